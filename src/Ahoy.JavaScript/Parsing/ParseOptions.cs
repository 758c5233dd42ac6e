namespace Ahoy.JavaScript.Parsing;

/// <summary>How <see cref="JavaScriptParser"/> is to read a text.</summary>
public sealed class ParseOptions
{
    /// <summary>Whether the text is a script, a module or a CommonJS file. A script, unless it is set.</summary>
    public SourceType SourceType { get; init; }

    /// <summary>The language. JavaScript, unless it is set; <see cref="LanguageOf"/> tells it from the name of a file.</summary>
    public SourceLanguage Language { get; init; }

    /// <summary>The language of a file, by the ending of its name: <c>.ts</c>, <c>.mts</c> and <c>.cts</c> are TypeScript.</summary>
    /// <param name="fileName">The name, with or without its folder.</param>
    public static SourceLanguage LanguageOf(string fileName)
    {
        if (fileName is null)
        {
            throw new ArgumentNullException(nameof(fileName));
        }

        return fileName.EndsWith(".ts", StringComparison.OrdinalIgnoreCase)
            || fileName.EndsWith(".mts", StringComparison.OrdinalIgnoreCase)
            || fileName.EndsWith(".cts", StringComparison.OrdinalIgnoreCase)
            ? SourceLanguage.TypeScript
            : SourceLanguage.JavaScript;
    }
}
