using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>What <see cref="JavaScriptParser"/> made of a text. It never changes and may be used from any thread.</summary>
public sealed class ParseResult
{
    private readonly ParseMode _mode;
    private IReadOnlyList<Token>? _tokens;
    private LineMap? _lines;

    internal ParseResult(string text, ParseOptions options, ParseMode mode, ParserOutput output)
    {
        Text = text;
        Options = options;
        _mode = mode;
        Root = output.Root;
        Errors = output.Errors;
        Comments = output.Comments;
    }

    /// <summary>The source, to which all offsets refer.</summary>
    public string Text { get; }

    /// <summary>How the text was read.</summary>
    public ParseOptions Options { get; }

    /// <summary>The tree. Where <see cref="Errors"/> is not empty, docs/javascript.md says what it promises.</summary>
    public Program Root { get; }

    /// <summary>What ECMAScript does not allow, in the order of the source. After a thousand errors no more are counted.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>The comments, in the order of the source.</summary>
    public IReadOnlyList<Comment> Comments { get; }

    /// <summary>The tokens, in the order of the source. They are made when first asked for, which costs another parse.</summary>
    public IReadOnlyList<Token> Tokens => _tokens ??= ReadTokens();

    /// <summary>Maps offsets to lines and columns. It is made when first asked for.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    private List<Token> ReadTokens()
    {
        var tokens = new List<Token>();
        Parser.Parse(Text, Options, _mode, tokens);
        return tokens;
    }
}
