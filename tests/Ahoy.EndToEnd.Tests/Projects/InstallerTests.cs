using System.Runtime.InteropServices;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Projects;

/// <summary>
/// Generated projects of each installer, alone and in a workspace, by real builds: the project's own installer restores, nothing under version control
/// changes, a second build starts none, and the locked versions reach the Build.
/// </summary>
public sealed class InstallerTests(SdkPackage package)
{
    private const string Dependencies = """ "dependencies": { "is-odd": "^3.0.0" }, "devDependencies": { "is-number": "^7.0.0" } """;
    private const string Function = "exports.handler = (context, event, callback) => callback(null, `odd: ${require('is-odd')(7)}`);\n";

    /// <summary>The installer, whether in a workspace, and the settings of yarn.</summary>
    public static TheoryData<string, bool, string?> All() => new()
    {
        { "npm", false, null },
        { "npm", true, null },
        { "pnpm", false, null },
        { "pnpm", true, null },
        { "yarn1", false, null },
        { "yarn1", true, null },
        { "yarn4", false, "nodeLinker: node-modules\n" },
        { "yarn4", true, "nodeLinker: node-modules\n" },
        { "yarn4", false, "nodeLinker: pnp\n" },
        { "yarn4", true, "nodeLinker: pnp\n" },
        { "bun", false, null },
        { "bun", true, null },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Build_OfEachInstaller_RestoresFromTheLockAndChangesNothing(string installer, bool isWorkspace, string? yarnSettings)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The installers are started by shell scripts.");
        Assert.SkipWhen(installer == "bun" && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64), "The bun of the tests is that of Linux on x64.");
        var environment = await Installers.EnvironmentAsync(installer);
        using var project = package.CreateProject("functions");
        var root = isWorkspace ? Path.GetDirectoryName(project.Folder)! : project.Folder;
        await WriteAsync(project, root, installer, yarnSettings, environment);
        await CommitAsync(root);

        var first = await project.DotnetAsync(environment, "build", "-tl:off");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Contains($" ({root})", first.Output);
        Assert.DoesNotContain("AHOY5016", first.Output);
        var dependency = Assert.Single(project.ReadBuild().Dependencies);
        Assert.Equal(("is-odd", "^3.0.0", "3.0.1"), (dependency.Name, dependency.Requested, dependency.Locked));
        Assert.Equal("", await GitAsync(root, "status", "--porcelain"));

        var second = await project.DotnetAsync(environment, "build", "-tl:off");
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.DoesNotContain($" ({root})", second.Output);

        await using var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0"));
        using var response = await service.GetAsync("/a");
        Assert.Equal("odd: true", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Build_HandlerThatNpmDoesNotHave_RestoresTheRest()
    {
        using var project = package.CreateProject("functions");
        project.Write("functions/a.js", Function);
        project.Write("package.json", """{ "name": "functions", "dependencies": { "@twilio/runtime-handler": "2.1.2", "is-odd": "^3.0.0" } }""");
        project.Write(".gitignore", "bin/\nobj/\nnode_modules/\n");
        await CommitAsync(project.Folder);

        var output = await project.BuildAsync("-tl:off");

        Assert.DoesNotContain("AHOY5009", output);
        Assert.Equal("", await GitAsync(project.Folder, "status", "--porcelain"));
        Assert.True(Directory.Exists(Path.Combine(project.Folder, "node_modules", "is-odd")));
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "node_modules", "@twilio")));
        Assert.Equal(["@twilio/runtime-handler", "is-odd"], project.ReadBuild().Dependencies.Select(dependency => dependency.Name));
        await using var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0"));
        using var response = await service.GetAsync("/a");
        Assert.Equal("odd: true", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters: { .: { dependencies: { is-odd: { specifier: ^3.0.0, version: 3.0.1 } } } }\n", "{}", "pnpm is not on the PATH, and pnpm-lock.yaml is its lock file: run 'npm install --global pnpm'")]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters: { .: { dependencies: { is-odd: { specifier: ^3.0.0, version: 3.0.1 } } } }\n", """{ "packageManager": "pnpm@9.15.9" }""", "pnpm is not on the PATH, and the project's packages are pnpm's: run 'corepack enable pnpm', or run 'npm install --global pnpm@9.15.9'")]
    [InlineData("package-lock.json", "{\n<<<<<<< HEAD\n", "{}", "package-lock.json(2): error AHOY5102: is in the middle of a merge")]
    [InlineData("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": {} } }""", "{}", "error AHOY5016: package-lock.json does not match package.json: run `npm install`")]
    [InlineData("package-lock.json yarn.lock", "{}", "{}", "error AHOY5102: there are two lock files, package-lock.json and yarn.lock")]
    public async Task Build_PackagesThatCanNotBeRestored_IsOneClearError(string names, string text, string manifest, string message)
    {
        Assert.SkipWhen(names.StartsWith("pnpm", StringComparison.Ordinal) && SearchPath.Find("pnpm") is not null, "pnpm is on the PATH.");
        using var project = package.CreateProject("functions");
        project.WriteFunction("a.js");
        project.Write("package.json", manifest.TrimEnd('}') + (manifest.Length > 2 ? ", " : "") + """ "dependencies": { "is-odd": "^3.0.0" } }""");
        foreach (var name in names.Split(' '))
        {
            project.Write(name, text);
        }

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Output);
        Assert.Contains("1 Error(s)", result.Output);
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "node_modules")));
        Assert.False(Directory.Exists(project.BuildFolder));
    }

    private static async Task WriteAsync(OutsideProject project, string root, string installer, string? yarnSettings, Dictionary<string, string?> environment)
    {
        project.Write("functions/a.js", Function);
        project.Write("package.json", $$"""{ "name": "functions", "version": "1.0.0", {{Dependencies}} }""");
        Write(root, ".gitignore", "bin/\nobj/\nnode_modules/\n.yarn/\n.pnp.*\n");
        if (root != project.Folder)
        {
            Write(root, "package.json", """{ "name": "fleet", "private": true, "workspaces": ["functions", "shared"] }""");
            Write(root, "shared/package.json", """{ "name": "fleet-shared", "version": "1.0.0" }""");
            if (installer == "pnpm")
            {
                Write(root, "pnpm-workspace.yaml", "packages:\n  - functions\n  - shared\n");
            }
        }

        if (yarnSettings is not null)
        {
            Write(root, ".yarnrc.yml", yarnSettings + "enableGlobalCache: true\n");
            Write(root, "yarn.lock", "");
        }

        // As its user would: the lock file is the installer's own work.
        var (program, arguments) = installer switch
        {
            "npm" => ("npm", (string[])["install", "--package-lock-only", "--no-audit", "--no-fund"]),
            "pnpm" => ("pnpm", ["install", "--lockfile-only"]),
            "yarn1" => ("yarn", ["install", "--no-progress"]),
            "bun" => ("bun", ["install", "--lockfile-only"]),
            _ => ("yarn", ["install", "--mode=update-lockfile"]),
        };
        var path = environment.GetValueOrDefault("PATH")?.Split(Path.PathSeparator)[0];
        var result = await ProcessRunner.RunAsync(path is null ? program : Path.Combine(path, program), arguments, root, environment);
        Assert.True(result.ExitCode == 0, result.ToString());
        if (installer == "yarn1")
        {
            Directory.Delete(Path.Combine(root, "node_modules"), recursive: true);
        }
    }

    private static void Write(string root, string name, string text)
    {
        var file = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static async Task CommitAsync(string folder)
    {
        await GitAsync(folder, "init", "-q");
        await GitAsync(folder, "add", "-A");
        await GitAsync(folder, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "start");
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync("git", arguments, folder);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output.Trim();
    }
}
