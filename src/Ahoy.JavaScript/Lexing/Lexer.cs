namespace Ahoy.JavaScript.Lexing;

/// <summary>
/// Reads one token at a time. A slash is read as a division and a closing brace as a brace; the parser, which knows better,
/// has them read again as a regular expression or the rest of a template.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly ErrorSink _errors;
    private readonly bool _htmlComments;
    private readonly bool _splitTemplates;
    private List<Comment>? _comments;
    private readonly List<Token>? _tokens;
    private bool _atStart = true;

    /// <param name="text">The source.</param>
    /// <param name="names">Takes the names.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <param name="htmlComments">Whether HTML-like comments are comments, as in scripts.</param>
    /// <param name="splitTemplates">Whether a template ends where code at the margin seems to follow (see docs/javascript.md).</param>
    /// <param name="tokens">Takes the tokens that the parser consumes, if anyone wants them.</param>
    public Lexer(string text, NameTable names, ErrorSink errors, bool htmlComments, bool splitTemplates, List<Token>? tokens)
    {
        _text = text;
        Names = names;
        _errors = errors;
        _htmlComments = htmlComments;
        _splitTemplates = splitTemplates;
        _tokens = tokens;
        SkipHashbang();
    }

    public NameTable Names { get; }


    /// <summary>What the current token is.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Where the current token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the current token ends, and the next is looked for.</summary>
    public int End { get; private set; }

    /// <summary>Where the token before the current one ended.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether a line terminator stands before the current token.</summary>
    public bool NewLineBefore { get; private set; }

    /// <summary>The id of a name, private or not, in <see cref="Names"/>.</summary>
    public int NameId { get; private set; }

    /// <summary>Whether a name is written with an escape.</summary>
    public bool HasEscape { get; private set; }

    /// <summary>Where the pattern of a regular expression ends.</summary>
    public int PatternEnd { get; private set; }

    /// <summary>In a string or a number: where the octal form that strict code forbids stands, or -1.</summary>
    public int OctalAt { get; private set; }

    /// <summary>In a template: where an escape stands that is not valid, or -1.</summary>
    public int BadEscapeAt { get; private set; }

    /// <summary>Moves to the next token.</summary>
    public void Next()
    {
        if (_tokens is not null)
        {
            Record();
        }

        var text = _text;
        var position = End;
        var newLine = false;
        LastEnd = position;
        for (; ; position++)
        {
            if ((uint)position >= (uint)text.Length)
            {
                NewLineBefore = newLine;
                Start = text.Length;
                Set(TokenKind.EndOfFile, 0);
                return;
            }

            var c = text[position];
            if (c == ' ')
            {
                continue;
            }

            if (c == '\n' || c == '\r')
            {
                newLine = true;
            }
            else if (c is '/' or '<' or '-' or > '\u007f')
            {
                if (!TrySkip(c, ref position, ref newLine))
                {
                    break;
                }
            }
            else if (c is not ('\t' or '\v' or '\f'))
            {
                break;
            }
        }

        NewLineBefore = newLine;
        Start = position;
        _atStart = false;
        var first = text[position];
        if (Characters.IsAsciiIdentifierStart(first))
        {
            ScanName(position);
        }
        else
        {
            ScanOther(first);
        }
    }

    /// <summary>The comments so far, in the order of the source.</summary>
    public IReadOnlyList<Comment> TakeComments() => _comments is null ? [] : _comments.ToArray();

    /// <summary>Gives up on the rest of the text: the current token becomes its end.</summary>
    public void Abort()
    {
        Start = _text.Length;
        Set(TokenKind.EndOfFile, 0);
    }

    public LexerState Save() => new(
        Kind, Start, End, LastEnd, NewLineBefore, NameId, HasEscape, OctalAt, BadEscapeAt, _comments?.Count ?? 0, _tokens?.Count ?? 0, _errors.Count);

    public void Restore(in LexerState state)
    {
        Kind = state.Kind;
        Start = state.Start;
        End = state.End;
        LastEnd = state.LastEnd;
        NewLineBefore = state.NewLineBefore;
        NameId = state.NameId;
        HasEscape = state.HasEscape;
        OctalAt = state.OctalAt;
        BadEscapeAt = state.BadEscapeAt;
        _comments?.RemoveRange(state.Comments, _comments.Count - state.Comments);
        _tokens?.RemoveRange(state.Tokens, _tokens.Count - state.Tokens);
        _errors.Truncate(state.Errors);
    }

    private void Set(TokenKind kind, int length)
    {
        Kind = kind;
        End = Start + length;
    }

    /// <summary>The character at an offset, or a zero behind the end.</summary>
    private char At(int position) => (uint)position < (uint)_text.Length ? _text[position] : '\0';

    private void Record()
    {
        // Before the first token, and at the end, there is no token.
        if (Kind == TokenKind.EndOfFile)
        {
            return;
        }

        var type = Kind switch
        {
            TokenKind.Invalid => TokenType.Invalid,
            TokenKind.PrivateName => TokenType.PrivateIdentifier,
            TokenKind.Number or TokenKind.BigInt => TokenType.Number,
            TokenKind.String => TokenType.String,
            TokenKind.RegExp => TokenType.RegExp,
            _ when Kind.IsTemplate() => TokenType.Template,
            _ when Kind.IsPunctuator() => TokenType.Punctuator,
            _ when Kind.IsKeyword() => TokenType.Keyword,
            _ => TokenType.Identifier,
        };
        _tokens!.Add(new Token(type, Start, End));
    }
}
