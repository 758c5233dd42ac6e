using Esprima;
using Esprima.Utils;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>Esprima, which was written by others and from another source than acorn, as an oracle in this process. It knows ECMAScript 2022.</summary>
internal static class EsprimaOracle
{
    // Its parser calls itself for each level of a program; real bundles are deep.
    private const int StackBytes = 256 * 1024 * 1024;

    private static readonly AstToJsonOptions s_json = AstToJsonOptions.Default with { IncludeRange = true };

    /// <summary>The tree as ESTree JSON, or what Esprima has against the text.</summary>
    public static (string? Tree, string? Error) Parse(string text, SourceType type)
    {
        (string? Tree, string? Error) result = default;
        var thread = new Thread(() => result = ParseHere(text, type), StackBytes);
        thread.Start();
        thread.Join();
        return result;
    }

    private static (string? Tree, string? Error) ParseHere(string text, SourceType type)
    {
        var parser = new Esprima.JavaScriptParser(new ParserOptions
        {
            Tolerant = false,
            RegExpParseMode = RegExpParseMode.Skip,
            AllowReturnOutsideFunction = type == SourceType.CommonJs,
            MaxAssignmentDepth = int.MaxValue,
        });
        try
        {
            return (AstToJson.ToJsonString(type == SourceType.Module ? parser.ParseModule(text) : parser.ParseScript(text), s_json), null);
        }
        catch (ParserException exception)
        {
            return (null, exception.Message);
        }
    }
}
