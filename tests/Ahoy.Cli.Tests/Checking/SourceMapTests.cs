using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>Findings in compiled code are told where somebody can do something about them: in the source.</summary>
public sealed class SourceMapTests : IDisposable
{
    private const string Source = "export const handler = (context: any, event: any, callback: any): void => {\n\n  callback(null, event.request.headers.host);\n};\n";
    private const string Compiled = "exports.handler = (context, event, callback) => {\n    callback(null, event.request.headers.host);\n};\n//# sourceMappingURL=hello.js.map\n";

    // Line 2 of the output, column 4, is line 3, column 2 of the source.
    private const string Map = """{"version":3,"file":"hello.js","sources":["../src/hello.ts"],"names":[],"mappings":"AAAA;IAEE"}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_MapBesideCompiledCode_TellsTheSourcesPlace()
    {
        var source = _folder.Write("src/hello.ts", Source);
        _folder.Write("functions/hello.js", Compiled);
        _folder.Write("functions/hello.js.map", Map);

        var text = await RunAsync();

        Assert.Contains($"{source}:3:40: warning AHOY3001", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[src/**.ts]", "error", "error AHOY3001")]
    [InlineData("[*.ts]", "none", null)]
    [InlineData("[functions/**.js]", "error", "error AHOY3001")]
    [InlineData("[*.{js,ts}]", "none", null)]
    [InlineData("[other/**.ts]", "none", "warning AHOY3001")]
    public async Task Check_SettingsAboutTheSource_Count(string section, string severity, string? expected)
    {
        _folder.Write(".editorconfig", $"root = true\n{section}\ndotnet_diagnostic.AHOY3001.severity = {severity}\n");
        var source = _folder.Write("src/hello.ts", Source);
        _folder.Write("functions/hello.js", Compiled);
        _folder.Write("functions/hello.js.map", Map);

        var text = await RunAsync();

        if (expected is null)
        {
            Assert.DoesNotContain("AHOY3001", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"{source}:3:40: {expected}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_MapToASourceThatIsNotThere_TellsThePlaceInTheFile()
    {
        var compiled = _folder.Write("functions/hello.js", Compiled);
        _folder.Write("functions/hello.js.map", Map);

        var text = await RunAsync();

        Assert.Contains($"{compiled}:2:42: warning AHOY3001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_MapThatIsMalformed_TellsThePlaceInTheFile()
    {
        _folder.Write("src/hello.ts", Source);
        var compiled = _folder.Write("functions/hello.js", Compiled);
        _folder.Write("functions/hello.js.map", Map[..^20]);

        var text = await RunAsync();

        Assert.Contains($"{compiled}:2:42: warning AHOY3001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Json_NamesTheSourceAndTheCompiledFile()
    {
        var source = _folder.Write("src/hello.ts", Source);
        var compiled = _folder.Write("functions/hello.js", Compiled);
        _folder.Write("functions/hello.js.map", Map);

        using var json = JsonDocument.Parse(await RunAsync("--format", "json"));
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(found => found.GetProperty("id").GetString() == "AHOY3001");

        Assert.Equal(source, finding.GetProperty("file").GetString());
        Assert.Equal(3, finding.GetProperty("line").GetInt32());
        Assert.Equal(compiled, finding.GetProperty("compiledFile").GetString());
    }

    [Theory]
    [InlineData("  fetch(event.url);", "  await fetch(event.url);")]
    [InlineData("  fetch(event.url as string);", null)]
    public async Task Check_Fix_ChangesTheSourceWhereTheCompilerLeftTheLine(string line, string? expected)
    {
        const string Head = "export const handler = async (context: any, event: any, callback: any) => {\n\n";
        const string Tail = "\n  callback(null, 'ok');\n};\n";
        const string Output = "exports.handler = async (context, event, callback) => {\n    fetch(event.url);\n    callback(null, 'ok');\n};\n//# sourceMappingURL=hello.js.map\n";
        var source = _folder.Write("src/hello.ts", Head + line + Tail);
        var compiled = _folder.Write("functions/hello.js", Output);
        _folder.Write("functions/hello.js.map", """{"version":3,"sources":["../src/hello.ts"],"mappings":"AAAA;IAEE;IACA;AACF"}""");

        var result = CheckRun.Check(fix: true, _folder.Path);

        Assert.Equal(Head + (expected ?? line) + Tail, await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
        Assert.Equal(Output, await File.ReadAllTextAsync(compiled, TestContext.Current.CancellationToken));
        Assert.Equal(expected is null, result.Notes.Any(note => note.StartsWith($"{source}(3): AHOY2001 has a fix, which can't be made here", StringComparison.Ordinal)));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (_, text) = await CheckRun.InvokeAsync(_folder, arguments);
        return text;
    }
}
