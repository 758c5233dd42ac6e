using Ahoy.Model;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>A project outside of the repository, from its package: build, build again, clean.</summary>
public class BuildTests(SdkPackage package)
{
    private static readonly string[] s_targets = ["_AhoyWriteSummary", "AhoyCheck", "AhoyBundle"];

    [Fact]
    public async Task Build_OneLineProject_MakesTheBuild()
    {
        using var project = package.CreateProject("my-service");
        project.WriteFunction("hello.js");
        project.WriteFunction("sms/reply.protected.js");
        project.Write("assets/message.private.txt", "text");

        var output = await project.BuildAsync();

        Assert.Contains("0 Warning(s)", output);
        var build = project.ReadBuild();
        Assert.Equal("my-service", build.Service);
        Assert.Equal(["/hello", "/sms/reply", "/message.txt"], build.Resources.Select(r => r.Path));
        Assert.Equal([Visibility.Public, Visibility.Protected, Visibility.Private], build.Resources.Select(r => r.Visibility));
        Assert.All(build.Resources, r => Assert.True(File.Exists(Path.Combine(project.BuildFolder, "files", r.Sha256))));
        Assert.True(File.Exists(Path.Combine(project.BuildFolder, "my-service.ahoy.zip")));
    }

    [Fact]
    public async Task Build_StepByStep_DoesWhatChangedAndNothingElse()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.js");
        project.WriteFunction("b.js", "other");
        await project.BuildAsync();
        var first = project.Snapshot();
        var written = File.GetLastWriteTimeUtc(Path.Combine(project.BuildFolder, "build.json"));

        // Nothing has changed: but for the one that finds that out, no target runs, and so no task is loaded (`Using … from assembly "…Ahoy.Build.dll"`).
        var again = await project.BuildAsync("-v:d", "-tl:off");
        Assert.All(s_targets, target => Assert.Contains($"Skipping target \"{target}\"", again));
        Assert.Equal(["ResolveResources"], again.Split('\n').Where(line => line.Contains("Ahoy.Build.dll\"")).Select(line => line.Split('"')[1]));

        // A new time is no change of content: nothing is written.
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "functions", "a.js"), DateTime.UtcNow.AddSeconds(1));
        await project.BuildAsync();
        Assert.Equal(first, project.Snapshot());
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(project.BuildFolder, "build.json")));

        // What Ahoy.Testing goes by: this is from the last build on, so that tests do not build once more.
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "functions", "a.js"), DateTime.UtcNow);
        await project.BuildAsync();
        Assert.True(File.GetLastWriteTimeUtc(Path.Combine(project.Folder, "obj", "ahoy", "start.txt")) >= File.GetLastWriteTimeUtc(Path.Combine(project.Folder, "functions", "a.js")));

        // A file that is gone goes from the Build, with its content.
        File.Delete(Path.Combine(project.Folder, "functions", "b.js"));
        await project.BuildAsync();
        Assert.Equal(["/a"], project.ReadBuild().Resources.Select(r => r.Path));
        Assert.Single(Directory.GetFiles(Path.Combine(project.BuildFolder, "files")));

        // A property is a change, too.
        await project.BuildAsync("-p:AhoyServiceName=renamed");
        Assert.Equal("renamed", project.ReadBuild().Service);
        Assert.Equal(["renamed.ahoy.zip"], Directory.GetFiles(project.BuildFolder, "*.zip").Select(Path.GetFileName));

        // A Build that is gone comes back.
        Directory.Delete(project.BuildFolder, recursive: true);
        await project.BuildAsync();
        Assert.Equal(["/a"], project.ReadBuild().Resources.Select(r => r.Path));

        var clean = await project.DotnetAsync("clean");
        Assert.Equal(0, clean.ExitCode);
        Assert.False(Directory.Exists(project.BuildFolder));
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "ahoy")));
    }

    [Fact]
    public async Task Build_TwoCopies_GiveTheSameBytes()
    {
        using var one = Create("one");
        using var two = Create("two");
        File.SetLastWriteTimeUtc(Path.Combine(two.Folder, "functions", "a.js"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        var builds = await Task.WhenAll(
            one.DotnetAsync(new Dictionary<string, string?> { ["TZ"] = "Pacific/Auckland", ["LANG"] = "tr_TR.UTF-8" }, "build"),
            two.DotnetAsync(new Dictionary<string, string?> { ["TZ"] = "America/Caracas" }, "build"));

        Assert.All(builds, build => Assert.True(build.ExitCode == 0, build.Output));
        Assert.Equal(one.Snapshot(), two.Snapshot());

        OutsideProject Create(string name)
        {
            var project = package.CreateProject(name, """<Project Sdk="Ahoy.Sdk/0.1.0"><PropertyGroup><AhoyServiceName>same</AhoyServiceName></PropertyGroup></Project>""");
            project.WriteFunction("a.js");
            project.WriteFunction("sub/b.private.js");
            project.Write("assets/i.private.txt", "i");
            return project;
        }
    }

    [Fact]
    public async Task Build_PackageReference_GivesAnotherSdkTheSame()
    {
        using var project = package.CreateProject("web", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Ahoy.Sdk" Version="0.1.0" PrivateAssets="all" />
                <AhoyFunction Include="elsewhere/special.js" Path="/chosen" Visibility="protected" />
                <AhoyFunction Remove="functions/left-out.js" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Program.cs", "namespace Web; public class Program;");
        project.WriteFunction("a.js");
        project.WriteFunction("left-out.js");
        project.Write("elsewhere/special.js", "exports.handler = (c, e, callback) => callback();");

        await project.BuildAsync();

        Assert.Equal(
            ["Public Function /a", "Protected Function /chosen"], project.ReadBuild().Resources.Select(r => r.ToString()));
    }

    [Fact]
    public async Task Build_ToolkitProject_TakesItsConfiguration()
    {
        using var project = package.CreateProject();
        project.Write(".twilioserverlessrc", """
            {
              // as the Serverless Toolkit has it
              functionsFolder: 'dist/functions', assetsFolder: "dist/assets",
              env: '.env.local', "runtime": "node20",
              environments: { dev: { serviceName: 'from-scope', }, },
            }
            """);
        project.Write(".env.local", "A=1");
        project.Write("dist/functions/a.protected.js", "exports.handler = (c, e, callback) => callback();");
        project.Write("dist/assets/b.css", "p {}");
        project.WriteFunction("ignored.js");

        await project.BuildAsync();

        var build = project.ReadBuild();
        Assert.Equal(("from-scope", "node20"), (build.Service, build.Runtime));
        Assert.Equal(["/a", "/b.css"], build.Resources.Select(r => r.Path));
    }
}
