using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.SourceMaps;

namespace Ahoy.Analysis.Tests.SourceMaps;

/// <summary>What a part of a compiled file was made of, and where an edit of it belongs.</summary>
public class OriginalSourcesTests
{
    private const string Compiled = "/project/dist/functions/say.js";

    private const string Source = """
        type Name = string;

        export const handler = (context: Context, event: Event, callback: Callback) => {
          const body = `<Response>
            <Say>Hi</Say>
          </Response>`;
          callback(null, body);
        };

        """;

    private const string Code = """
        exports.handler = (context, event, callback) => {
            const body = `<Response>
            <Say>Hi</Say>
          </Response>`;
            callback(null, body);
        };

        """;

    private static readonly string s_map = MapText.Of(["../../src/functions/say.ts"], (0, 0, 0, 2, 0), (1, 4, 0, 3, 2), (1, 17, 0, 3, 15), (4, 4, 0, 6, 2), (5, 0, 0, 7, 0));

    [Fact]
    public void Find_WithinATextOfManyLines_IsItsPlaceInTheSource()
    {
        var found = Of(Code, s_map)!.Find(Code.IndexOf("<Say>", StringComparison.Ordinal), Code.IndexOf("</Say>", StringComparison.Ordinal));

        Assert.Equal("<Say>Hi", Source[found!.Start..found.End]);
    }

    [Fact]
    public void Find_WhatTheCompilerAdded_IsWhatComesBeforeInTheSameFunction()
    {
        const string added = "function helper() { return 1; }\nexports.handler = (context, event, callback) => {\n    callback();\n    return [2];\n};\n";
        var sources = Of(added, MapText.Of(["../../src/functions/say.ts"], (1, 0, 0, 2, 0), (2, 4, 0, 6, 2)))!;

        Assert.Equal(6, sources.Find(added.IndexOf("return [2]", StringComparison.Ordinal), added.IndexOf("[2]", StringComparison.Ordinal))!.Source.Lines.PositionOf(
            sources.Find(added.IndexOf("return [2]", StringComparison.Ordinal), added.IndexOf("[2]", StringComparison.Ordinal))!.Start).Line);
        Assert.Null(sources.Find(added.IndexOf("return 1", StringComparison.Ordinal), added.IndexOf("return 1", StringComparison.Ordinal) + 8));
    }

    [Fact]
    public void Find_LineThatTheSourceDoesNotHave_IsNothing()
    {
        var sources = Of(Code, MapText.Of(["../../src/functions/say.ts"], (0, 0, 0, 900, 0), (1, 4, 0, 3, 900)))!;

        Assert.Null(sources.Find(0, 5));
        Assert.Null(sources.Find(Code.IndexOf("const body", StringComparison.Ordinal), Code.IndexOf("= `", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_MapThatIsMissingOrBroken_IsNothing()
    {
        Assert.Null(Of(Code, null));
        Assert.Null(Of(Code, "<html>"));
        Assert.Null(Of(Code, """{ "version": 3, "sources": ["../../src/functions/say.ts"], "mappings": "AAAA;%%" }"""));
    }

    [Fact]
    public void Translate_LineThatIsTheSame_IsEditedInTheSourceWithItsIndentation()
    {
        var at = Code.IndexOf("callback(null", StringComparison.Ordinal);
        var (path, edits) = Of(Code, s_map)!.Translate([new TextEdit(at, 0, "return ")])!.Value;

        Assert.Equal("/project/src/functions/say.ts", path);
        Assert.Contains("\n  return callback(null, body);", EditList.Apply(Source, edits), StringComparison.Ordinal);
    }

    [Fact]
    public void Translate_LineThatTheCompilerChanged_IsNothing() =>
        Assert.Null(Of(Code, s_map)!.Translate([new TextEdit(Code.IndexOf("(context", StringComparison.Ordinal), 0, "async ")]));

    internal static OriginalSources? Of(string code, string? map, string source = Source) => OriginalSources.Of(
        SourceFile.Parse(code), Compiled, "/project", file => file == Compiled + ".map" ? map : null, file => file == "/project/src/functions/say.ts" ? source : null);
}
