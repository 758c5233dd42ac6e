namespace Ahoy.JavaScript.Parsing;

/// <summary>How <see cref="JavaScriptParser"/> is to read a text.</summary>
public sealed class ParseOptions
{
    /// <summary>Whether the text is a script, a module or a CommonJS file. A script, unless it is set.</summary>
    public SourceType SourceType { get; init; }
}
