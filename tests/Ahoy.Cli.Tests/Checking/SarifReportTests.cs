using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>SARIF, by the standard's own schema and by what code hosts read of it.</summary>
public sealed class SarifReportTests : IDisposable
{
    private const string Source = """
        exports.handler = (context, event, callback) => {
          if (event.request.headers.host) { // ahoy-disable-line AHOY3001 -- the 'host' of tests
            return;
          }
          callback(null, /* 😀 */ event.request.headers['x-forwarded-for']);
        };

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sarif_WithAllThatItCanHold_IsValid()
    {
        _folder.Write("functions/a b%ä.js", Source);
        _folder.Write("functions/broken.js", "callback(;\n");
        _folder.Write("functions/gone.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers.Accept);\n");
        var baseline = _folder.Combine("baseline.json");
        Assert.Equal(0, (await CheckRun.InvokeAsync(_folder, ".", "--baseline", baseline, "--update-baseline")).ExitCode);
        File.Delete(_folder.Combine("functions/gone.js"));
        _folder.Write("functions/new.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers.Accept);\n");

        await CheckRun.InvokeAsync(_folder, ".", "--format", "sarif", "--baseline", baseline);
        await ValidateAsync();
        Directory.CreateDirectory(_folder.Combine("functions/folder.js"));
        await CheckRun.InvokeAsync(_folder, ".", "nowhere", "--format", "sarif");
        await ValidateAsync();
    }

    [Fact]
    public async Task Sarif_BesideABaseline_SaysTheStateOfEachResult()
    {
        _folder.Write("functions/a.js", Source);
        var baseline = _folder.Combine("baseline.json");
        await CheckRun.InvokeAsync(_folder, ".", "--baseline", baseline, "--update-baseline");
        _folder.Write("functions/a.js", Source.Replace("['x-forwarded-for']", ".Accept", StringComparison.Ordinal));

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--format", "sarif", "--baseline", baseline);

        var results = JsonDocument.Parse(text).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("baselineState").GetString()}{(result.TryGetProperty("suppressions", out _) ? " suppressed" : "")}");
        Assert.Equal(["AHOY1002 unchanged", "AHOY3001 absent", "AHOY3001 new suppressed", "AHOY3002 new"], results.Order());
    }

    [Fact]
    public async Task Sarif_FindingWithAPathAndAFix_HoldsBoth()
    {
        _folder.Write("functions/a.js", Source.Replace("['x-forwarded-for']", ".Accept", StringComparison.Ordinal));

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--format", "sarif");

        var results = JsonDocument.Parse(text).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .ToLookup(result => result.GetProperty("ruleId").GetString());
        var path = Assert.Single(results["AHOY1002"]);
        var steps = path.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray()
            .Select(step => step.GetProperty("location").GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal([2, 3], steps);
        Assert.False(Assert.Single(results["AHOY3002"]).TryGetProperty("codeFlows", out _));

        var fix = Assert.Single(Assert.Single(results["AHOY3002"]).GetProperty("fixes").EnumerateArray());
        var replacement = fix.GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal(5, replacement.GetProperty("deletedRegion").GetProperty("startLine").GetInt32());
        Assert.Contains("accept", replacement.GetProperty("insertedContent").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(results.SelectMany(group => group), result => Assert.Matches(
            "^[0-9a-f]{16}$", result.GetProperty("partialFingerprints").GetProperty("ahoyFingerprint/v1").GetString()));
    }

    private async Task ValidateAsync()
    {
        var node = Path.Combine(AppContext.BaseDirectory, "Checking", "Node");
        await NodePackages.InstallAsync(node, TestContext.Current.CancellationToken);
        var result = await ProcessRunner.RunAsync(
            "node", ["validate.mjs", _folder.Combine("report/result.txt")], node, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("valid", result.Output.Trim());
    }

    [Fact]
    public async Task Sarif_Result_SaysWhatAndWhere()
    {
        _folder.Write("functions/a b%ä.js", Source);

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--format", "sarif");

        // The platform refuses the path: an error of the Build.
        Assert.Equal(1, exitCode);
        using var json = JsonDocument.Parse(text);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("ahoy", driver.GetProperty("name").GetString());
        Assert.StartsWith("0.1.0", driver.GetProperty("semanticVersion").GetString(), StringComparison.Ordinal);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.All(rules, rule => Assert.EndsWith(rule.GetProperty("id").GetString() + ".md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal));

        var results = run.GetProperty("results").EnumerateArray().ToDictionary(
            result => (result.GetProperty("ruleId").GetString(), result.TryGetProperty("suppressions", out _)));
        Assert.Equal([("AHOY1002", false), ("AHOY3001", false), ("AHOY3001", true), ("AHOY5005", false)], results.Keys.Order());
        var found = results[("AHOY3001", false)];
        Assert.Equal("AHOY3001", rules[found.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("warning", found.GetProperty("level").GetString());
        Assert.NotEmpty(found.GetProperty("message").GetProperty("text").GetString()!);
        var place = Assert.Single(found.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.EndsWith("functions/a%20b%25%C3%A4.js", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        // The emoji is two units wide.
        Assert.Equal("{\"startLine\":5,\"startColumn\":49,\"endLine\":5,\"endColumn\":66}", place.GetProperty("region").GetRawText().ReplaceLineEndings("").Replace(" ", ""));

        var suppression = Assert.Single(results[("AHOY3001", true)].GetProperty("suppressions").EnumerateArray());
        Assert.Equal("inSource", suppression.GetProperty("kind").GetString());
        Assert.Equal("the 'host' of tests", suppression.GetProperty("justification").GetString());
        Assert.NotEmpty(results[("AHOY1002", false)].GetProperty("relatedLocations").EnumerateArray());
    }

    [Fact]
    public async Task Sarif_SomethingNotChecked_IsANotificationOfTheInvocation()
    {
        _folder.Write("functions/a.js", "callback(;\n");

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "nowhere", "--format", "sarif");

        Assert.Equal(2, exitCode);
        using var json = JsonDocument.Parse(text);
        var invocation = Assert.Single(json.RootElement.GetProperty("runs")[0].GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(2, invocation.GetProperty("exitCode").GetInt32());
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Contains("nowhere: there is no such folder", notification.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
