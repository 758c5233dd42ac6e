namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>What is wrong with a project is told once, in one line each, all in one run; and the earlier Build stays.</summary>
public class BadInputTests(SdkPackage package)
{
    [Fact]
    public async Task Build_ManyProblems_TellsAllAndKeepsTheEarlierBuild()
    {
        using var project = package.CreateProject();
        project.WriteFunction("good.js");
        await project.BuildAsync();
        var earlier = project.Snapshot();

        project.WriteFunction("good.protected.js");
        project.WriteFunction("sp ace.js");
        project.WriteFunction("per%cent.js");
        project.WriteFunction("pl+us.js");
        project.WriteFunction("v1.2.js");
        project.WriteFunction("spelt.protcted.js");
        Directory.CreateDirectory(Path.Combine(project.Folder, "functions", "folder.js"));
        Directory.CreateDirectory(Path.Combine(project.Folder, "assets"));
        File.CreateSymbolicLink(Path.Combine(project.Folder, "assets", "broken.txt"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(project.Folder, "assets", "passwd.txt"), "/etc/passwd");
        project.Write(".env", $"GOOD=1\nbroken line\nLONG={new string('s', 451)}\nSECRET=\"opened\n");
        project.Write("package.json", "{\n  \"name\": \"x\",\n  broken\n}");

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        string[] expected =
        [
            "functions/good.protected.js : error AHOY5001",
            "functions/sp ace.js : error AHOY5005",
            "functions/per%cent.js : error AHOY5005",
            "functions/pl+us.js : error AHOY5005",
            "functions/spelt.protcted.js : warning AHOY5004",
            "functions/folder.js : error AHOY5103",
            "assets/broken.txt : error AHOY5103",
            "assets/passwd.txt : error AHOY5103",
            ".env(2): error AHOY5101",
            ".env(3): error AHOY5007",
            ".env(4): warning AHOY5017",
            "package.json(3): error AHOY5102",
        ];
        Assert.All(expected, line => Assert.Contains($"{project.Folder}/{line}", result.Output));
        Assert.Contains("10 Error(s)", result.Output);
        Assert.Contains("2 Warning(s)", result.Output);
        Assert.DoesNotContain("v1.2.js", result.Output);
        Assert.DoesNotContain("ssss", result.Output);
        Assert.DoesNotContain("opened", result.Output);
        Assert.Equal(earlier, project.Snapshot());
    }

    [Fact]
    public async Task Build_NoResources_SaysThatTheServiceIsEmpty()
    {
        using var project = package.CreateProject();

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY5104: the Service is empty", result.Output);
        Assert.Contains("1 Error(s)", result.Output);
        Assert.False(Directory.Exists(project.BuildFolder));
    }

    [Fact]
    public async Task Build_NamedFolderAndEnvFileMissing_NamesTheProperties()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.js");

        var result = await project.DotnetAsync("build", "-tl:off", "-p:AhoyAssetsFolder=public", "-p:AhoyEnvFile=.env.staging");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY5108: 'public' does not exist, and AhoyAssetsFolder names it", result.Output);
        Assert.Contains("error AHOY5108: '.env.staging' does not exist, and AhoyEnvFile names it", result.Output);
        Assert.Contains("2 Error(s)", result.Output);
    }

    [Fact]
    public async Task Build_OutputCannotBeWritten_SaysSo()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.js");
        project.Write("bin/Debug/net10.0/ahoy", "a file where the folder should be");

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error AHOY5106: the Build can't be written to 'bin/Debug/net10.0/ahoy/'", result.Output);
        Assert.Contains("1 Error(s)", result.Output);
    }

    [Fact]
    public async Task Build_BrokenConfiguration_GivesItsLine()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.js");
        project.Write(".twilioserverlessrc", "{\n  env: .env\n}");

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(".twilioserverlessrc(2): error AHOY5107", result.Output);
        Assert.Contains("1 Error(s)", result.Output);
    }

    [Fact]
    public async Task Build_SeveritiesAreSet_FollowsThem()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.protcted.js");
        project.WriteFunction("b.js");

        var error = await project.DotnetAsync("build", "-tl:off", "-p:WarningsAsErrors=AHOY5004");
        Assert.Equal(1, error.ExitCode);
        Assert.Contains("error AHOY5004", error.Output);
        Assert.False(Directory.Exists(project.BuildFolder));

        project.Write(".editorconfig", "[functions/**.js]\ndotnet_diagnostic.AHOY5004.severity = none\n");
        Assert.DoesNotContain("AHOY5004", await project.BuildAsync("-tl:off"));
    }
}
