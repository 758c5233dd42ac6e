namespace Ahoy.JavaScript.Lexing;

/// <summary>Questions about kinds that are questions about ranges.</summary>
internal static class TokenKinds
{
    /// <summary>Any name, reserved words included: what may follow a dot.</summary>
    public static bool IsName(this TokenKind kind) => kind is >= TokenKind.Identifier and <= TokenKind.With;

    /// <summary>A name that may be an identifier, at least in sloppy code.</summary>
    public static bool IsIdentifier(this TokenKind kind) => kind is >= TokenKind.Identifier and <= TokenKind.Yield;

    /// <summary>A reserved word, written without escapes.</summary>
    public static bool IsKeyword(this TokenKind kind) => kind is > TokenKind.EscapedKeyword and <= TokenKind.With;

    /// <summary>An identifier that strict code reserves.</summary>
    public static bool IsReservedInStrict(this TokenKind kind) => kind is >= TokenKind.Implements and <= TokenKind.Yield;

    public static bool IsAssignment(this TokenKind kind) => kind is >= TokenKind.Assign and <= TokenKind.CoalesceAssign;

    public static bool IsTemplate(this TokenKind kind) => kind is >= TokenKind.Template and <= TokenKind.TemplateTail;

    public static bool IsPunctuator(this TokenKind kind) => kind >= TokenKind.OpenBrace;
}
