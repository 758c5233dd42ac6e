namespace Ahoy.JavaScript.Lexing;

/// <summary>What <see cref="Lexer.Restore"/> needs to go back to a token.</summary>
internal readonly struct LexerState
{
    public readonly TokenKind Kind;
    public readonly int Start;
    public readonly int End;
    public readonly int LastEnd;
    public readonly bool NewLineBefore;
    public readonly int NameId;
    public readonly bool HasEscape;
    public readonly int OctalAt;
    public readonly int BadEscapeAt;
    public readonly int Comments;
    public readonly int Tokens;
    public readonly int Errors;

    public LexerState(
        TokenKind kind,
        int start,
        int end,
        int lastEnd,
        bool newLineBefore,
        int nameId,
        bool hasEscape,
        int octalAt,
        int badEscapeAt,
        int comments,
        int tokens,
        int errors)
    {
        Kind = kind;
        Start = start;
        End = end;
        LastEnd = lastEnd;
        NewLineBefore = newLineBefore;
        NameId = nameId;
        HasEscape = hasEscape;
        OctalAt = octalAt;
        BadEscapeAt = badEscapeAt;
        Comments = comments;
        Tokens = tokens;
        Errors = errors;
    }
}
