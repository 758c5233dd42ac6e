namespace Ahoy.JavaScript.Scopes;

/// <summary>How a <see cref="Binding"/> is declared.</summary>
public enum BindingKind : byte
{
    /// <summary><c>var</c>.</summary>
    Var,

    /// <summary><c>let</c>.</summary>
    Let,

    /// <summary><c>const</c>.</summary>
    Const,

    /// <summary>A class declaration, as its surroundings see it.</summary>
    Class,

    /// <summary>A function declaration. It wins over a <c>var</c> of the same name.</summary>
    Function,

    /// <summary>A parameter, or a part of one that is a pattern.</summary>
    Parameter,

    /// <summary>The parameter of a <c>catch</c>, or a part of it.</summary>
    CatchParameter,

    /// <summary>An <c>import</c>.</summary>
    Import,

    /// <summary>A function expression's own name, as the function sees it.</summary>
    FunctionName,

    /// <summary>A class's own name, as the class sees it.</summary>
    ClassName,

    /// <summary>The <c>arguments</c> of a function; there is one only where it is referred to.</summary>
    Arguments,
}
