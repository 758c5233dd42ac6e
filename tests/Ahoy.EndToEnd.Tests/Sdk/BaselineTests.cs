using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>A baseline that <c>ahoy check</c> writes and the build reads: both leave out the same.</summary>
public class BaselineTests(SdkPackage package)
{
    private const string Source = """
        exports.handler = (context, event, callback) => {
          if (!event.request.headers.host) {
            return;
          }
          callback(null, event.request.headers['Accept']);
        };

        """;

    [Fact]
    public async Task Build_WithTheBaselineOfCheck_ReportsWhatIsNew()
    {
        using var project = Create();
        project.Write("functions/old.js", Source);
        project.Write("assets/lib.private.js", "module.exports = async () => { fetch('x'); };\nmodule.exports.other = () => Promise.resolve();\n");
        project.Write(".env", $"LONG={new string('x', 460)}\n");
        await CheckAsync(project, "--baseline", "team/known.json", "--update-baseline");
        Assert.Contains("\"file\": \"../functions/old.js\", \"rule\": \"AHOY1002\"", await File.ReadAllTextAsync(Path.Combine(project.Folder, "team", "known.json"), TestContext.Current.CancellationToken));

        var without = await project.DotnetAsync("build", "-tl:off", "-p:AhoyBaseline=");
        var with = await project.DotnetAsync("build", "-tl:off");
        Assert.All(new[] { "AHOY1002", "AHOY3001", "AHOY3002", "AHOY5007" }, id => Assert.Contains(id, without.Output));
        Assert.Equal(1, without.ExitCode);
        Assert.True(with.ExitCode == 0, with.Output);
        Assert.DoesNotContain("AHOY", with.Output);

        // Moved lines are known; what is new is told, and fails the build where it is an error.
        project.Write("functions/old.js", "// moved\n\n" + Source);
        project.Write("functions/new.js", Source);
        project.Write(".env", $"LONG={new string('x', 470)}\nNEW={new string('x', 470)}\n");
        var changed = await project.DotnetAsync("build", "-tl:off");
        Assert.Equal(1, changed.ExitCode);
        Assert.DoesNotContain("old.js", changed.Output);
        Assert.All(new[] { "AHOY1002", "AHOY3001", "AHOY3002" }, id => Assert.Contains($"functions/new.js", Assert.Single(Lines(changed.Output, id))));
        Assert.Contains("NEW", Assert.Single(Lines(changed.Output, "AHOY5007")));
    }

    [Fact]
    public async Task Build_BaselineThatChanges_IsReadAgain()
    {
        using var project = Create();
        project.Write("functions/a.js", Source);
        project.Write("team/known.json", "{ \"version\": 1, \"findings\": [] }");
        Assert.Contains("AHOY3001", await project.BuildAsync("-tl:off"));

        await CheckAsync(project, "--baseline", "team/new.json", "--update-baseline");
        File.Move(Path.Combine(project.Folder, "team", "new.json"), Path.Combine(project.Folder, "team", "known.json"), overwrite: true);

        Assert.DoesNotContain("AHOY", await project.BuildAsync("-tl:off"));
    }

    [Theory]
    [InlineData(null, "known.json : error AHOY5109: there is no such baseline")]
    [InlineData("{\n<<<<<<< HEAD\n", "known.json(2): error AHOY5109: the baseline is in the middle of a merge")]
    [InlineData("{ \"version\": 7, \"findings\": [] }", "known.json : error AHOY5109: the baseline is of version 7")]
    public async Task Build_BaselineThatCanNotBeUsed_IsTheOneError(string? content, string expected)
    {
        using var project = Create();
        project.Write("functions/a.js", Source);
        if (content is not null)
        {
            project.Write("team/known.json", content);
        }

        var result = await project.DotnetAsync("build", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Output);
        Assert.Contains("1 Error(s)", result.Output);
        Assert.Contains("0 Warning(s)", result.Output);
    }

    [Fact]
    public async Task Pack_AfterAFailingCheck_SaysNoMoreThanTheBuild()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.js");
        project.Write("assets/a", "the same path");

        var result = await project.DotnetAsync("pack", "-tl:off");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("AHOY5001", result.Output);
        Assert.DoesNotContain("AHOY6002", result.Output);
        Assert.Contains("AHOY6002", (await project.DotnetAsync("pack", "-tl:off", "--no-build")).Output);
    }

    private OutsideProject Create() => package.CreateProject(projectFile: """
        <Project Sdk="Ahoy.Sdk/0.1.0">
          <PropertyGroup Condition="'$(AhoyBaseline)' == ''">
            <AhoyBaseline>team/known.json</AhoyBaseline>
          </PropertyGroup>
          <PropertyGroup>
            <!-- It depends on this machine's Node, and is the build's alone. -->
            <NoWarn>AHOY5019</NoWarn>
          </PropertyGroup>
        </Project>
        """);

    private static IEnumerable<string> Lines(string output, string text) =>
        output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)).Select(line => line.Trim()).Distinct();

    private static async Task CheckAsync(OutsideProject project, params string[] options)
    {
        Directory.CreateDirectory(Path.Combine(project.Folder, "team"));
        var result = await Dotnet.RunAsync(
            project.Folder, ["exec", Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"), "check", .. options]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
