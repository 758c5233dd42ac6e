using Ahoy.Bundling.Npm;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Packages;

/// <summary>What each installer's lock file says of a project, alone and in a workspace: versions, what was asked for, packages of the workspace.</summary>
public sealed class LockReaderTests : IDisposable
{
    private const string Manifest = """
        { "name": "fleet-functions", "dependencies": { "is-odd": "^3.0.0", "@scope/b": "~1.2.0", "fleet-shared": "1.0.0" }, "devDependencies": { "is-number": "^7.0.0" } }
        """;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> InWorkspace() => new()
    {
        {
            "package-lock.json", """
            { "lockfileVersion": 3, "packages": {
                "": { "workspaces": ["packages/*"] },
                "packages/functions": { "name": "fleet-functions", "dependencies": { "is-odd": "^3.0.0", "@scope/b": "~1.2.0", "fleet-shared": "1.0.0" }, "devDependencies": { "is-number": "^7.0.0" } },
                "packages/functions/node_modules/is-odd": { "version": "3.0.1" },
                "packages/other/node_modules/is-number": { "version": "1.0.0" },
                "node_modules/is-odd": { "version": "2.0.0" },
                "node_modules/@scope/b": { "version": "1.2.7" },
                "node_modules/is-number": { "version": "7.0.0" },
                "node_modules/fleet-shared": { "resolved": "packages/shared", "link": true } } }
            """
        },
        {
            "pnpm-lock.yaml", """
            lockfileVersion: '9.0'
            importers:
              .: {}
              packages/functions:
                dependencies:
                  '@scope/b': { specifier: ~1.2.0, version: 1.2.7(is-odd@3.0.1) }
                  fleet-shared: { specifier: 1.0.0, version: 'link:../shared' }
                  is-odd: { specifier: ^3.0.0, version: 3.0.1 }
                devDependencies:
                  is-number: { specifier: ^7.0.0, version: 7.0.0 }
              packages/other:
                dependencies:
                  is-odd: { specifier: ^2.0.0, version: 2.0.0 }
            """
        },
        {
            "pnpm-lock.yaml", """
            lockfileVersion: 5.4
            importers:
              packages/functions:
                specifiers: { '@scope/b': ~1.2.0, fleet-shared: 1.0.0, is-odd: ^3.0.0, is-number: ^7.0.0 }
                dependencies: { '@scope/b': 1.2.7_is-odd@3.0.1, fleet-shared: 'link:../shared', is-odd: 3.0.1 }
                devDependencies: { is-number: 7.0.0 }
            """
        },
        {
            "yarn.lock", """
            # yarn lockfile v1

            "@scope/b@~1.2.0":
              version "1.2.7"

            is-number@^6.0.0:
              version "6.0.0"

            is-number@^7.0.0, is-number@>=7:
              version "7.0.0"

            is-odd@^3.0.0:
              version "3.0.1"
              dependencies:
                is-number "^6.0.0"
            """
        },
        {
            "yarn.lock", """
            __metadata:
              version: 8

            "@scope/b@npm:~1.2.0":
              version: 1.2.7
              resolution: "@scope/b@npm:1.2.7"

            "fleet-functions@workspace:packages/functions":
              version: 0.0.0-use.local
              resolution: "fleet-functions@workspace:packages/functions"
              dependencies:
                "@scope/b": "npm:~1.2.0"
                fleet-shared: "npm:1.0.0"
                is-number: "npm:^7.0.0"
                is-odd: "npm:^3.0.0"

            "fleet-shared@npm:1.0.0, fleet-shared@workspace:packages/shared":
              version: 0.0.0-use.local
              resolution: "fleet-shared@workspace:packages/shared"

            "is-number@npm:^7.0.0":
              version: 7.0.0
              resolution: "is-number@npm:7.0.0"

            "is-odd@npm:^2.0.0":
              version: 2.0.0
              resolution: "is-odd@npm:2.0.0"

            "is-odd@npm:^3.0.0":
              version: 3.0.1
              resolution: "is-odd@npm:3.0.1"
            """
        },
        {
            "bun.lock", """
            {
              "lockfileVersion": 1,
              "workspaces": {
                "": { "name": "fleet", },
                "packages/functions": {
                  "name": "fleet-functions",
                  "dependencies": { "@scope/b": "~1.2.0", "fleet-shared": "1.0.0", "is-odd": "^3.0.0", },
                  "devDependencies": { "is-number": "^7.0.0", },
                },
              },
              "packages": {
                "@scope/b": ["@scope/b@1.2.7", "", {}, "sha512-x"],
                "fleet-shared": ["fleet-shared@workspace:packages/shared"],
                "is-odd": ["is-odd@2.0.0", "", {}, "sha512-x"],
                "is-number": ["is-number@7.0.0", "", {}, "sha512-x"],
                "fleet-functions/is-odd": ["is-odd@3.0.1", "", {}, "sha512-x"],
              },
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(InWorkspace))]
    public void Parse_Workspace_GivesWhatTheProjectItselfHas(string name, string text)
    {
        var (packages, manifest) = WriteWorkspace(name, text);

        var file = PackageLock.Parse(text, name, packages, manifest)!;

        Assert.Equal("packages/functions", packages.PathInWorkspace);
        Assert.Equal("../../" + name, packages.LockName);
        Assert.Equal(["3.0.1", "1.2.7", "7.0.0"], ((string[])["is-odd", "@scope/b", "is-number"]).Select(module => file.Versions.GetValueOrDefault(module)));
        Assert.Equal(["fleet-shared"], file.Siblings);
        Assert.Null(LockComparison.Describe(manifest, file));
        Assert.Null(LockComparison.DescribeFailure(manifest, file));
    }

    [Theory]
    [MemberData(nameof(InWorkspace))]
    public void Compare_DependencyThatTheLockLacks_SaysWhich(string name, string text)
    {
        var (packages, _) = WriteWorkspace(name, text);
        var manifest = PackageManifest.Parse(Manifest.Replace("\"is-odd\": \"^3.0.0\"", "\"is-odd\": \"^3.0.0\", \"nanoid\": \"^3.3.0\""), "package.json");
        var file = PackageLock.Parse(text, name, packages, manifest)!;

        Assert.Equal("it does not have 'nanoid'", LockComparison.Describe(manifest, file));
        Assert.Equal("it does not have 'nanoid'", LockComparison.DescribeFailure(manifest, file));
        Assert.StartsWith($"{name} does not match package.json: run `{name.Split('-', '.')[0].Replace("package", "npm")} install`", LockComparison.Sentence(packages.LockName!, packages, ""));
    }

    [Theory]
    [MemberData(nameof(InWorkspace))]
    public void Compare_OtherRange_SaysBoth(string name, string text)
    {
        var (packages, _) = WriteWorkspace(name, text);
        var manifest = PackageManifest.Parse(Manifest.Replace("~1.2.0", "^2.0.0"), "package.json");
        var file = PackageLock.Parse(text, name, packages, manifest)!;

        Assert.Equal("it has '@scope/b' for '~1.2.0', and package.json asks for '^2.0.0'", LockComparison.Describe(manifest, file));
        Assert.Equal("it has '@scope/b' for '~1.2.0', and package.json asks for '^2.0.0'", LockComparison.DescribeFailure(manifest, file));
    }

    [Theory]
    [InlineData("package-lock.json", "{\n<<<<<<< HEAD\n}", 2)]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: 9\n<<<<<<< ours\n=======\n>>>>>>> theirs\n", 2)]
    [InlineData("yarn.lock", "# yarn lockfile v1\n\n<<<<<<< HEAD\n", 3)]
    [InlineData("bun.lock", "{\r\n=======\r\n}", 2)]
    public void Parse_ConflictMarkers_SaysSoWithTheLine(string name, string text, int line)
    {
        var (packages, manifest) = WriteWorkspace(name, text);

        var problem = Assert.Throws<PackageManifestException>(() => PackageLock.Parse(text, name, packages, manifest));

        Assert.Contains("conflict markers", problem.Message);
        Assert.Equal(line, problem.Line);
    }

    [Theory]
    [InlineData("pnpm-lock.yaml", "a: [")]
    [InlineData("pnpm-lock.yaml", "- a")]
    [InlineData("yarn.lock", "__metadata: {")]
    [InlineData("yarn.lock", "nonsense")]
    [InlineData("bun.lock", "[]")]
    [InlineData("bun.lock", "{")]
    public void Parse_BrokenFile_IsOneErrorOfItsOwnKind(string name, string text)
    {
        var (packages, manifest) = WriteWorkspace(name, text);

        Assert.Throws<PackageManifestException>(() => PackageLock.Parse(text, name, packages, manifest));
    }

    [Fact]
    public void Parse_NativePackageOfYarn_IsFoundWithWhoBringsIt()
    {
        const string Text = """
            __metadata: { version: 8 }
            "a@npm:^1": { version: 1.0.0, resolution: "a@npm:1.0.0", dependencies: { b: "npm:^1", c: "npm:^1" }, dependenciesMeta: { c: { optional: true } } }
            "b@npm:^1": { version: 1.0.0, resolution: "b@npm:1.0.0", dependencies: { node-gyp: "npm:latest" } }
            "c@npm:^1": { version: 1.0.0, resolution: "c@npm:1.0.0", dependencies: { node-gyp: "npm:latest" } }
            "fleet-functions@workspace:packages/functions": { version: 0.0.0-use.local, resolution: "fleet-functions@workspace:packages/functions", dependencies: { a: "npm:^1" } }
            """;
        var (packages, manifest) = WriteWorkspace("yarn.lock", Text);

        Assert.Equal([new("b", "a")], PackageLock.Parse(Text, "yarn.lock", packages, manifest)!.Native);
    }

    public void Dispose() => _folder.Dispose();

    private (ProjectPackages Packages, PackageManifest Manifest) WriteWorkspace(string lockName, string lockText)
    {
        _folder.Write("package.json", """{ "private": true, "workspaces": ["packages/*"] }""");
        if (lockName == "pnpm-lock.yaml")
        {
            _folder.Write("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
        }

        _folder.Write("packages/shared/package.json", """{ "name": "fleet-shared", "version": "1.0.0" }""");
        _folder.Write("packages/functions/package.json", Manifest);
        _folder.Write(lockName, lockText);
        var manifest = PackageManifest.Parse(Manifest, "package.json");
        return (ProjectPackages.Find(_folder.Combine(Path.Combine("packages", "functions")), manifest), manifest);
    }
}
