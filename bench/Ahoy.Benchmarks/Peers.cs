using Ahoy.JavaScript;

namespace Ahoy.Benchmarks;

/// <summary>
/// The other parsers of JavaScript that there are for .NET, each as it is by itself: no tokens, no comments. Acornima validates regular
/// expressions, as ours does; Esprima can only turn them into .NET's, which would slow it down.
/// </summary>
internal static class Peers
{
    /// <summary>Parses with Esprima; false where it refuses the text.</summary>
    public static bool Esprima(string text, SourceType type)
    {
        var parser = new Esprima.JavaScriptParser(new Esprima.ParserOptions
        {
            Tolerant = false,
            RegExpParseMode = global::Esprima.RegExpParseMode.Skip,
            AllowReturnOutsideFunction = true,
            MaxAssignmentDepth = int.MaxValue,
        });
        try
        {
            return type == SourceType.Module ? parser.ParseModule(text) is not null : parser.ParseScript(text) is not null;
        }
        catch (Esprima.ParserException)
        {
            return false;
        }
    }

    /// <summary>Parses with Acornima; false where it refuses the text.</summary>
    public static bool Acornima(string text, SourceType type)
    {
        var parser = new Acornima.Parser(new Acornima.ParserOptions { AllowReturnOutsideFunction = true });
        try
        {
            return type == SourceType.Module ? parser.ParseModule(text) is not null : parser.ParseScript(text) is not null;
        }
        catch (Acornima.ParseErrorException)
        {
            return false;
        }
    }
}
