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

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (_, text) = await CheckRun.InvokeAsync(_folder, arguments);
        return text;
    }
}
