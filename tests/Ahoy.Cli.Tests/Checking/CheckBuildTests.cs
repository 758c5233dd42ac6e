using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

public sealed class CheckBuildTests : IDisposable
{
    private const string Fine = "exports.handler = (context, event, callback) => callback(null, 'ok');\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_MisspeltMarker_IsReportedAsInTheBuild()
    {
        var file = _folder.Write("functions/hook.protcted.js", Fine);

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder);

        Assert.Equal(0, exitCode);
        Assert.Contains($"{file}: warning AHOY5004: '.protcted.' looks like the marker '.protected.'", text, StringComparison.Ordinal);
        Assert.Contains("1 file: 0 errors, 1 warning, 0 suggestions.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ErrorOfTheBuild_Fails()
    {
        _folder.Write("functions/a.js", Fine);
        _folder.Write("assets/a", "the same path");

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("error AHOY5001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_LockFileThatCannotBeRead_Fails()
    {
        _folder.Write("functions/a.js", Fine);
        _folder.Write("package.json", """{ "name": "x", "dependencies": { "ms": "^2.1.2" } }""");
        _folder.Write("package-lock.json", "<<<<<<< HEAD\n{}\n=======\n{\"a\":1}\n>>>>>>> theirs\n");

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.Single(text.Split('\n'), line => line.Contains("AHOY5102", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_Setting_TurnsACheckOff()
    {
        _folder.Write("functions/hook.protcted.js", Fine);
        _folder.Write(".editorconfig", "root = true\n[*.js]\ndotnet_diagnostic.AHOY5004.severity = none\n");

        var (_, text) = await CheckRun.InvokeAsync(_folder);

        Assert.DoesNotContain("AHOY5004", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Runtime_IsReportedAtTheLineThatSaysIt()
    {
        _folder.Write("functions/a.js", Fine);
        var file = _folder.Write(".twilioserverlessrc", "{\n  // the old one\n  runtime: 'node16',\n}\n");

        var (_, text) = await CheckRun.InvokeAsync(_folder);

        Assert.Contains($"{file}:3: error AHOY5012: the runtime 'node16' is no longer accepted: change it here to 'node22'.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Handler_IsReportedAtTheLineThatSaysIt()
    {
        _folder.Write("functions/a.js", Fine);
        var file = _folder.Write("package.json", """
            {
              "dependencies": {
                "@twilio/runtime-handler": "^1.3.0"
              }
            }
            """);

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{file}:3: error AHOY5009: '@twilio/runtime-handler' is '^1.3.0', and the platform takes an exact version only", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ProjectFileThatListsResources_LeavesTheirChecksToTheBuild()
    {
        _folder.Write("functions/a.js", Fine);
        _folder.Write("assets/price list.pdf", "");
        _folder.Write("a.csproj", "<Project><ItemGroup><AhoyAsset Update=\"assets/price list.pdf\" Path=\"/p.pdf\" /></ItemGroup></Project>");

        Assert.Equal(0, (await CheckRun.InvokeAsync(_folder)).ExitCode);
    }

    [Fact]
    public async Task Check_JsonAndSarif_HoldThemToo()
    {
        _folder.Write("functions/hook.protcted.js", Fine);

        var (_, json) = await CheckRun.InvokeAsync(_folder, "--format", "json");
        var (_, sarif) = await CheckRun.InvokeAsync(_folder, "--format", "sarif");

        var finding = Assert.Single(JsonDocument.Parse(json).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("AHOY5004", finding.GetProperty("id").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        var result = Assert.Single(JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("AHOY5004", result.GetProperty("ruleId").GetString());
    }
}
