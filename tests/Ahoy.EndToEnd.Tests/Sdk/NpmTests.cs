using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>The npm packages of a project come with its build. npm itself is a script here, that writes down what it is asked for.</summary>
public class NpmTests(SdkPackage package)
{
    [Fact]
    public async Task Build_PackageJson_RunsNpmOnceForEachChange()
    {
        using var project = CreateProject(out var npm);
        project.Write("package.json", """{ "name": "x", "dependencies": { "lodash": "^4.0.0" } }""");

        var restore = await project.DotnetAsync(npm.Environment, "restore");
        Assert.True(restore.ExitCode == 0, restore.ToString());
        Assert.Equal(["install"], npm.Calls());

        await BuildAsync(project, npm);
        Assert.Equal(["install"], npm.Calls());

        project.Write("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": { "dependencies": { "lodash": "^4.0.0" } }, "node_modules/lodash": { "version": "4.17.21" } } }""");
        await BuildAsync(project, npm);
        Assert.Equal(["install", "ci"], npm.Calls());
        Assert.Equal("4.17.21", Assert.Single(project.ReadBuild().Dependencies).Locked);

        Directory.Delete(Path.Combine(project.Folder, "node_modules"), recursive: true);
        await BuildAsync(project, npm);
        Assert.Equal(["install", "ci", "ci"], npm.Calls());
    }

    [Fact]
    public async Task Build_NpmFailsOrIsMissing_SaysWhyAndTriesAgain()
    {
        using var project = CreateProject(out var npm);
        project.Write("package.json", """{ "name": "x", "dependencies": { "no-such": "1.0.0" } }""");

        npm.Script("echo 'npm error 404 no-such is not in this registry' >&2; exit 1");
        var failed = await project.DotnetAsync(npm.Environment, "build", "-tl:off");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("package.json : error AHOY5105: 'npm install' failed: npm error 404 no-such is not in this registry", failed.Output);
        Assert.Contains("1 Error(s)", failed.Output);
        Assert.False(Directory.Exists(project.BuildFolder));

        npm.Remove();
        var missing = await project.DotnetAsync(npm.Environment, "build", "-tl:off");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("error AHOY5105: npm is not on the PATH", missing.Output);

        // Who does not want it is not asked for it.
        var off = await project.DotnetAsync(npm.Environment, "build", "-tl:off", "-p:AhoyNpmRestore=false");
        Assert.True(off.ExitCode == 0, off.Output);
    }

    private OutsideProject CreateProject(out FakeNpm npm)
    {
        var project = package.CreateProject();
        project.WriteFunction("a.js");
        npm = new FakeNpm(Path.Combine(Path.GetDirectoryName(project.Folder)!, "npm"));
        npm.Script("mkdir -p node_modules");
        return project;
    }

    private static async Task BuildAsync(OutsideProject project, FakeNpm npm)
    {
        var result = await project.DotnetAsync(npm.Environment, "build", "-tl:off");
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
