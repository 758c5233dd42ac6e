using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Fixes;

/// <summary>How the author of a file writes: what a fix adds is written the same way.</summary>
internal sealed class CodeStyle
{
    private CodeStyle(string newLine, string indent, CodeStyleCounter counter)
    {
        NewLine = newLine;
        Indent = indent;
        Quote = counter.DoubleQuotes > counter.SingleQuotes ? '"' : '\'';
        Semicolons = counter.WithSemicolon >= counter.WithoutSemicolon;
        ArrowParentheses = counter.BareArrows == 0 || counter.ParenthesizedArrows >= counter.BareArrows;
        ErrorName = counter.ErrorNames.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault() ?? "error";
    }

    /// <summary>What ends a line.</summary>
    public string NewLine { get; }

    /// <summary>One level of indentation.</summary>
    public string Indent { get; }

    /// <summary>The quotation mark of strings.</summary>
    public char Quote { get; }

    /// <summary>Whether statements end with a semicolon.</summary>
    public bool Semicolons { get; }

    /// <summary>Whether an arrow function's only parameter stands in parentheses.</summary>
    public bool ArrowParentheses { get; }

    /// <summary>What a caught error is called.</summary>
    public string ErrorName { get; }

    /// <summary>A semicolon, where the author writes them.</summary>
    public string Semicolon => Semicolons ? ";" : string.Empty;

    /// <summary>The style of a file.</summary>
    public static CodeStyle Of(SourceFile source) => source.Get(static file =>
    {
        var counter = new CodeStyleCounter(file.Text);
        counter.Visit(file.Program);
        return new CodeStyle(DetectNewLine(file.Text), IndentDetector.Detect(file.Text), counter);
    });

    /// <summary>A string literal.</summary>
    public string Quoted(string value) => Quoted(value, Quote);

    /// <summary>A string literal in certain quotation marks.</summary>
    public static string Quoted(string value, char quote) =>
        quote + value.Replace("\\", "\\\\").Replace(quote.ToString(), "\\" + quote) + quote;

    /// <summary>An arrow function's parameters where there is but one.</summary>
    public string ArrowParameter(string name) => ArrowParentheses ? $"({name})" : name;

    private static string DetectNewLine(string text)
    {
        var end = text.IndexOf('\n');
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }
}
