namespace Ahoy.JavaScript.Syntax;

/// <summary>What <see cref="ClassDeclaration"/> and <see cref="ClassExpression"/> have in common. Each is a <see cref="Node"/>.</summary>
public interface IClass
{
    /// <summary>The offset of the first code unit.</summary>
    int Start { get; }

    /// <summary>The offset after the last code unit.</summary>
    int End { get; }

    /// <summary>The name, if it has one.</summary>
    Identifier? Id { get; }

    /// <summary>What it extends.</summary>
    Expression? SuperClass { get; }

    /// <summary>The members.</summary>
    ClassBody Body { get; }
}
