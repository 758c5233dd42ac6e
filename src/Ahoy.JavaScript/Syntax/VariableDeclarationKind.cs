namespace Ahoy.JavaScript.Syntax;

/// <summary>The keyword of a <see cref="VariableDeclaration"/>.</summary>
public enum VariableDeclarationKind : byte
{
    /// <summary><c>var</c>.</summary>
    Var,

    /// <summary><c>let</c>.</summary>
    Let,

    /// <summary><c>const</c>.</summary>
    Const,
}
