namespace Ahoy.JavaScript.Lexing;

/// <summary>The text and the precedence of operators.</summary>
internal static class Operators
{
    /// <summary>The precedence of <c>in</c> and the other relations.</summary>
    public const int Relational = 7;

    /// <summary>The precedence of <c>&amp;&amp;</c>.</summary>
    public const int And = 2;

    private static readonly string[] s_texts = CreateTexts();
    private static readonly byte[] s_precedences = CreatePrecedences();

    /// <summary>How tightly a binary operator binds; 0 for all other tokens.</summary>
    public static int Precedence(TokenKind kind) => s_precedences[(int)kind];

    /// <summary>The text of a token that is always the same.</summary>
    public static string Text(TokenKind kind) => s_texts[(int)kind];

    private static byte[] CreatePrecedences()
    {
        var table = new byte[256];
        Set(table, 1, TokenKind.Coalesce, TokenKind.Or);
        Set(table, And, TokenKind.And);
        Set(table, 3, TokenKind.Bar);
        Set(table, 4, TokenKind.Caret);
        Set(table, 5, TokenKind.Ampersand);
        Set(table, 6, TokenKind.EqualEqual, TokenKind.NotEqual, TokenKind.StrictEqual, TokenKind.StrictNotEqual);
        Set(table, Relational, TokenKind.Less, TokenKind.Greater, TokenKind.LessEqual, TokenKind.GreaterEqual, TokenKind.In, TokenKind.InstanceOf);
        Set(table, 8, TokenKind.ShiftLeft, TokenKind.ShiftRight, TokenKind.UnsignedShiftRight);
        Set(table, 9, TokenKind.Plus, TokenKind.Minus);
        Set(table, 10, TokenKind.Star, TokenKind.Slash, TokenKind.Percent);
        Set(table, 11, TokenKind.StarStar);
        return table;
    }

    private static void Set(byte[] table, byte precedence, params TokenKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            table[(int)kind] = precedence;
        }
    }

    private static string[] CreateTexts()
    {
        var table = new string[256];
        foreach (var (name, kind) in NameTable.KnownNames)
        {
            table[(int)kind] = name;
        }

        var punctuators = new[]
        {
            "{", "}", "(", ")", "[", "]", ".", "...", ";", ",", ":", "?", "?.", "=>", "!", "~", "++", "--",
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=",
            "??", "||", "&&", "|", "^", "&", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "<<", ">>", ">>>",
            "+", "-", "*", "/", "%", "**",
        };
        for (var i = 0; i < punctuators.Length; i++)
        {
            table[(int)TokenKind.OpenBrace + i] = punctuators[i];
        }

        return table;
    }
}
