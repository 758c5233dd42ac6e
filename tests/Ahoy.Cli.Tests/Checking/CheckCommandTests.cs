using System.Text;
using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

public sealed class CheckCommandTests : IDisposable
{
    private const string Fine = "exports.handler = (context, event, callback) => callback(null, 'ok');\n";
    private const string Broken = "exports.handler = (context, event, callback) => {\n  callback(null, ;\n};\n";
    private const string Restricted = "exports.handler = (context, event, callback) => {\n  callback(null, event.request.headers.host);\n};\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_NothingToReport_Succeeds()
    {
        _folder.Write("functions/hello.js", Fine);

        var (exitCode, text) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("1 file: 0 errors, 0 warnings, 0 suggestions.", text.Trim());
    }

    [Fact]
    public async Task Check_Warning_IsALineWithItsPlaceAndSucceeds()
    {
        var file = _folder.Write("functions/hello.js", Restricted);

        var (exitCode, text) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains($"{file}:2:40: warning AHOY3001: The platform keeps the header 'host' from Functions", text, StringComparison.Ordinal);
        Assert.Contains("1 file: 0 errors, 1 warning, 0 suggestions.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Error_Fails()
    {
        _folder.Write("functions/hello.js", Broken);

        var (exitCode, text) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("error AHOY0001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SectionOfEditorConfig_SetsTheSeverity()
    {
        _folder.Write("functions/hello.js", Restricted);
        _folder.Write("functions/old/hello.js", Restricted);
        _folder.Write("functions/old/.editorconfig", "[*.js]\ndotnet_diagnostic.AHOY3001.severity = none\n");
        _folder.Write(".editorconfig", "root = true\n[functions/*.js]\ndotnet_diagnostic.AHOY3001.severity = error\n");

        var (exitCode, text) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("2 files: 1 error, 0 warnings, 0 suggestions.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_GlobalConfig_SetsTheSeverity()
    {
        _folder.Write("functions/hello.js", Restricted);
        _folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.AHOY3001.severity = error\n");

        var (exitCode, _) = await RunAsync();

        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Check_Suppression_IsHonoured()
    {
        _folder.Write("functions/hello.js", Restricted.Replace("  callback", "  // ahoy-disable-next-line AHOY3001 -- a test\n  callback"));

        var (_, text) = await RunAsync();

        Assert.Contains("0 errors, 0 warnings, 0 suggestions", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ProjectsFacts_AreKnown()
    {
        _folder.Write("functions/hello.js", "exports.handler = (context, event, callback) => callback(null, [context.NAME, require('underscore'), Runtime.getAssets()['/x.txt'].open()]);\n");
        _folder.Write(".env", "NAMES=1\n");
        _folder.Write("package.json", """{ "dependencies": {} }""");

        var (_, text) = await RunAsync();

        Assert.Contains("AHOY4001", text, StringComparison.Ordinal);
        Assert.Contains("AHOY4003", text, StringComparison.Ordinal);
        Assert.Contains("AHOY4005", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ToolkitConfiguration_NamesTheFolders()
    {
        _folder.Write("dist/functions/hello.js", Broken);
        _folder.Write(".twilioserverlessrc", "{ functionsFolder: 'dist/functions' }");

        var (exitCode, _) = await RunAsync();

        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Check_SeveralFolders_AreAllChecked()
    {
        _folder.Write("one/functions/a.js", Fine);
        _folder.Write("two/functions/b.js", Broken);

        var (exitCode, text) = await RunAsync("one", "two");

        Assert.Equal(1, exitCode);
        Assert.Contains("2 files: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_TellsEveryFinding()
    {
        var file = _folder.Write("functions/hello.js", Restricted);

        var (_, text) = await RunAsync(".", "--format", "json");

        using var json = JsonDocument.Parse(text);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(1, json.RootElement.GetProperty("files").GetInt32());
        Assert.Equal("AHOY3001", finding.GetProperty("id").GetString());
        Assert.Equal("warning", finding.GetProperty("severity").GetString());
        Assert.Equal(file, finding.GetProperty("file").GetString());
        Assert.Equal(2, finding.GetProperty("line").GetInt32());
        Assert.Equal(40, finding.GetProperty("column").GetInt32());
        Assert.Equal(44, finding.GetProperty("endColumn").GetInt32());
        Assert.EndsWith("AHOY3001.md", finding.GetProperty("help").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Fix_CorrectsTheFileAndReportsTheRest()
    {
        var file = _folder.Combine("functions/hello.js");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var source = Restricted.Replace("headers.host", "headers['Content-Type'] + event.request.headers.host").Replace("\n", "\r\n");
        await File.WriteAllTextAsync(file, source, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);

        var (_, text) = await RunAsync(".", "--fix");

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(source.Replace("Content-Type", "content-type"), Encoding.UTF8.GetString(bytes[3..]));
        Assert.Contains("AHOY3001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHOY3002", text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("empty")]
    public async Task Check_FolderWithoutProject_IsAUsageError(string folder)
    {
        Directory.CreateDirectory(_folder.Combine("empty"));

        var (exitCode, text) = await RunAsync(folder);

        Assert.Equal(2, exitCode);
        Assert.Empty(text);
    }

    [Fact]
    public async Task Check_BrokenConfiguration_Fails()
    {
        _folder.Write("functions/hello.js", Fine);
        _folder.Write(".twilioserverlessrc", "{ functionsFolder: ");

        var (exitCode, _) = await RunAsync();

        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Check_FileThatCanNotBeAResource_Fails()
    {
        _folder.Write("functions/hello.js", Fine);
        Directory.CreateDirectory(_folder.Combine("functions/folder.js"));

        var (exitCode, _) = await RunAsync();

        Assert.Equal(1, exitCode);
    }

    private Task<(int ExitCode, string Text)> RunAsync(params string[] args) => CheckRun.InvokeAsync(_folder, args);
}
