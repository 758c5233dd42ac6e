using Ahoy.Bundling.Checks;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>AHOY5020: maps that are missing, that are none, and that lead to what is not there.</summary>
public sealed class SourceMapCheckTests : IDisposable
{
    private const string Code = "exports.handler = (context, event, callback) => {\n  callback(null, 'sent');\n};\n//# sourceMappingURL=";
    private const string Right = """{"version":3,"sources":["../src/send.ts"],"mappings":"AAAA;AACA;AACA"}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Right, null)]
    [InlineData("""{"version":3,"sourceRoot":"../src","sources":["send.ts"],"mappings":"AAAA;AACA;AACA"}""", null)]
    [InlineData("""{"version":3,"sections":[]}""", null)]
    [InlineData("""{"version":3,"sources":["webpack://x/./send.ts",null],"mappings":"AAqhBA"}""", null)]
    [InlineData("""{"version":3,"sources":["../src/gone.ts"],"mappings":"AAqhBA"}""", null)]
    [InlineData("""{"version":3,"sources":[],"mappings":""}""", null)]
    [InlineData(null, "names the source map 'send.js.map', which is not there")]
    [InlineData("<html>", "its source map 'send.js.map' is none")]
    [InlineData("[]", "its source map 'send.js.map' is none")]
    [InlineData("""{"version":3,"sources":["../src/send.ts"]}""", "its source map 'send.js.map' is none")]
    [InlineData("""{"version":3,"sources":["../src/send.ts"],"mappings":"A!"}""", "can't be read: its 'mappings' are malformed")]
    [InlineData("""{"version":3,"sources":["../src/send.ts"],"mappings":"ACAA"}""", "can't be read: its 'mappings' are malformed")]
    [InlineData("""{"version":3,"sources":["../src/send.ts"],"mappings":"AAAA;;;;;AACA"}""", "lies: it tells of line 6, and the code has 5")]
    [InlineData("""{"version":3,"sources":["../src/send.ts"],"mappings":"AAAA;AAIA"}""", "lies: it leads to line 5 of 'src/send.ts', which has 3")]
    public void Map_OfAFunction_IsHeldToCodeAndSources(string? map, string? expected)
    {
        _folder.Write("src/send.ts", "export const handler: Handler = (context, event, callback) => {\n  callback(null, 'sent');\n};");
        _folder.Write("functions/send.js", Code + "send.js.map\n");
        if (map is not null)
        {
            _folder.Write("functions/send.js.map", map);
        }

        var problem = Assert.Single(new SourceMapCheck().Check(Of("send.js")).DefaultIfEmpty());

        if (expected is null)
        {
            Assert.Null(problem?.Message);
        }
        else
        {
            Assert.Equal(("AHOY5020", Severity.Error, "functions/send.js"), (problem!.Id, problem.Severity, problem.File));
            Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Right, null)]
    [InlineData("""{"version":3,"sources":["../src/send.ts"],"mappings":"AAAA;AAIA"}""", "the source map in it lies: it leads to line 5")]
    public void Map_WithinAFunction_IsReadToo(string map, string? expected)
    {
        _folder.Write("src/send.ts", "a\nb\nc");
        _folder.Write("functions/send.js", Code + "data:application/json;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(map)));

        var message = new SourceMapCheck().Check(Of("send.js")).SingleOrDefault()?.Message;

        Assert.Equal(expected is not null, message is not null);
        Assert.StartsWith(expected ?? "", message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Function_WithoutAMap_OrWithOneElsewhere_IsNobodysBusiness()
    {
        _folder.Write("functions/a.js", "exports.handler = (context, event, callback) => callback();");
        _folder.Write("functions/b.js", Code + "https://maps.example.com/b.js.map");
        Assert.Empty(new SourceMapCheck().Check(Of("a.js", "b.js")));
    }

    private BuildCandidate Of(params string[] names) => new("service", NodeRuntime.Default, [.. names.Select(Read)]) { Folder = _folder.Path };

    private ResourceContent Read(string name)
    {
        var path = System.IO.Path.Combine(_folder.Path, "functions", name);
        var known = Candidates.Function(name);
        return new ResourceContent(known.Resource, () => File.OpenRead(path));
    }
}
