namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// What <see cref="FunctionDeclaration"/>, <see cref="FunctionExpression"/> and <see cref="ArrowFunctionExpression"/> have in
/// common. Each of them is a <see cref="Node"/>.
/// </summary>
public interface IFunction
{
    /// <summary>The offset of the first code unit.</summary>
    int Start { get; }

    /// <summary>The offset after the last code unit.</summary>
    int End { get; }

    /// <summary>The name, if it has one.</summary>
    Identifier? Id { get; }

    /// <summary>The parameters' patterns.</summary>
    NodeList<Node> Params { get; }

    /// <summary>A <see cref="BlockStatement"/> or, for an arrow function only, an expression.</summary>
    Node Body { get; }

    /// <summary>Whether it is <c>async</c>.</summary>
    bool Async { get; }

    /// <summary>Whether it is a generator.</summary>
    bool Generator { get; }
}
