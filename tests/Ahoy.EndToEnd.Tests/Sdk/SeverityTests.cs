using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>Settings and comments that change severities: the build and <c>ahoy check</c> follow the same.</summary>
public class SeverityTests(SdkPackage package)
{
    // AHOY3001 and AHOY3002 are warnings by default, AHOY3006 is a suggestion.
    private const string Source = """
        exports.handler = (context, event, callback) => {
          const response = new Twilio.Response();
          response.setBody({ host: event.request.headers.host, type: event.request.headers['Content-Type'] });
          callback(null, response);
        };

        """;

    private static readonly string[] s_files =
        ["plain", "legacy/old", "strict/new", "soft/draft", "quiet/silent", "commented"];

    [Fact]
    public async Task Settings_OfEveryKind_CountAsInCheck()
    {
        using var project = CreateProject();
        project.Write(".globalconfig", """
            is_global = true
            dotnet_diagnostic.AHOY3002.severity = error
            dotnet_analyzer_diagnostic.category-Ahoy.Headers.severity = warning
            """);
        project.Write(".editorconfig", """
            root = true
            [functions/legacy/**.js]
            dotnet_diagnostic.AHOY3001.severity = none
            dotnet_diagnostic.AHOY3002.severity = none
            [functions/strict/*.js]
            dotnet_diagnostic.AHOY3001.severity = error
            [functions/soft/*.js]
            dotnet_diagnostic.AHOY3002.severity = suggestion
            dotnet_analyzer_diagnostic.category-Ahoy.Headers.severity = error
            [functions/quiet/*.js]
            dotnet_analyzer_diagnostic.severity = none
            dotnet_analyzer_diagnostic.category-Ahoy.Headers.severity = none
            dotnet_diagnostic.AHOY3002.severity = none
            """);

        var build = await project.DotnetAsync("build", "-tl:off", "-p:ErrorLog=build.sarif%2cversion=2.1");
        var check = await CheckAsync(project);

        string[] expected =
        [
            "functions/commented.js: AHOY0009 note",
            "functions/commented.js: AHOY3006 warning",
            "functions/legacy/old.js: AHOY3006 warning",
            "functions/plain.js: AHOY3001 warning",
            "functions/plain.js: AHOY3002 error",
            "functions/plain.js: AHOY3006 warning",
            "functions/soft/draft.js: AHOY3001 error",
            "functions/soft/draft.js: AHOY3002 note",
            "functions/soft/draft.js: AHOY3006 error",
            "functions/strict/new.js: AHOY3001 error",
            "functions/strict/new.js: AHOY3002 error",
            "functions/strict/new.js: AHOY3006 warning",
        ];
        Assert.Equal(expected, await ReadAsync(project, "build.sarif"));
        Assert.Equal(expected, await ReadAsync(project, "check.sarif"));
        Assert.Equal((1, 1), (build.ExitCode, check.ExitCode));
        Assert.Contains("functions/strict/new.js(3,50): error AHOY3001", build.Output);
    }

    [Fact]
    public async Task Properties_OfTheProject_CountAsForCSharp()
    {
        using var project = CreateProject("""
            <Project Sdk="Ahoy.Sdk/0.1.0">
              <PropertyGroup Condition="'$(TreatWarningsAsErrors)' != 'true'">
                <NoWarn>$(NoWarn);AHOY3001</NoWarn>
                <WarningsAsErrors>AHOY3002</WarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);

        await project.DotnetAsync("build", "-p:ErrorLog=one.sarif%2cversion=2.1");
        var one = await ReadAsync(project, "one.sarif");
        Assert.All(one, line => Assert.DoesNotContain("AHOY3001", line));
        Assert.Contains("functions/plain.js: AHOY3002 error", one);
        Assert.Contains("functions/plain.js: AHOY3006 note", one);

        await project.DotnetAsync(
            "build", "-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=AHOY3002", "-p:ErrorLog=two.sarif%2cversion=2.1");
        var two = await ReadAsync(project, "two.sarif");
        Assert.Contains("functions/plain.js: AHOY3001 error", two);
        Assert.Contains("functions/plain.js: AHOY3002 warning", two);
        Assert.Contains("functions/plain.js: AHOY3006 note", two);
    }

    private OutsideProject CreateProject(string? projectFile = null)
    {
        var project = package.CreateProject(projectFile: projectFile);
        foreach (var file in s_files)
        {
            project.Write($"functions/{file}.js", Source);
        }

        project.Write(
            "functions/commented.js",
            "// ahoy-disable AHOY3001, AHOY3002 -- seen\n" + Source + "// ahoy-disable-next-line AHOY1002 -- no more\n");
        return project;
    }

    private static Task<ProcessResult> CheckAsync(OutsideProject project) => Dotnet.RunAsync(
        project.Folder,
        [
            "exec", Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"),
            "check", "--format", "sarif", "--output", "check.sarif",
        ]);

    /// <summary>The results of a log, as lines of file, rule and level.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(OutsideProject project, string log)
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(project.Folder, log), TestContext.Current.CancellationToken));
        var lines = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => !result.TryGetProperty("suppressions", out _))
            .Select(result => $"{FileOf(result)}: {result.GetProperty("ruleId").GetString()} {(result.TryGetProperty("level", out var level) ? level.GetString() : "warning")}");
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string FileOf(JsonElement result)
    {
        var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        return uri[uri.IndexOf("functions/", StringComparison.Ordinal)..];
    }
}
