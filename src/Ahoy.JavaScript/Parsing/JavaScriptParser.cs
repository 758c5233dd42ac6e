
namespace Ahoy.JavaScript.Parsing;

/// <summary>Parses ECMAScript 2025, and TypeScript by passing over its types.</summary>
public static class JavaScriptParser
{
    private static readonly ParseOptions s_defaults = new();

    /// <summary>
    /// Parses a text. Whatever it holds, there is a tree, and an error for each place that ECMAScript does not allow: nothing
    /// is thrown, and neither the length nor the depth of the text can exhaust the stack.
    /// </summary>
    /// <param name="text">The source.</param>
    /// <param name="options">How to read it; as a script, if absent.</param>
    public static ParseResult Parse(string text, ParseOptions? options = null)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        options ??= s_defaults;
        var first = Parser.Parse(text, options, ParseMode.Plain, tokens: null);
        if (!first.BracesSuspect)
        {
            return new ParseResult(text, options, ParseMode.Plain, first);
        }

        // Somewhere a brace or a backtick is missing, and what follows hangs below it. Read again, this time by the margins.
        var second = Parser.Parse(text, options, ParseMode.ByIndentation, tokens: null);
        return second.Errors.Count <= first.Errors.Count
            ? new ParseResult(text, options, ParseMode.ByIndentation, second)
            : new ParseResult(text, options, ParseMode.Plain, first);
    }
}
