namespace Ahoy.JavaScript.Scopes;

/// <summary>What a <see cref="Scope"/> is made by.</summary>
public enum ScopeKind : byte
{
    /// <summary>The top level of a classic script, whose variables are global.</summary>
    Global,

    /// <summary>The top level of a module.</summary>
    Module,

    /// <summary>The top level of a CommonJS file, which Node wraps in a function.</summary>
    CommonJs,

    /// <summary>A function's parameters and, unless it has a <see cref="FunctionBody"/>, what its body declares.</summary>
    Function,

    /// <summary>
    /// What the body of a function declares whose parameters have default values or computed keys: those can't see the body's
    /// variables.
    /// </summary>
    FunctionBody,

    /// <summary>The name of a function expression, which only the function itself sees.</summary>
    FunctionName,

    /// <summary>A class: its name as the class itself sees it. There is one for each class, named or not.</summary>
    Class,

    /// <summary>The initial value of a class's field, which is evaluated like a method.</summary>
    ClassField,

    /// <summary>A class's <c>static { }</c>, which is evaluated like a method.</summary>
    ClassStaticBlock,

    /// <summary>A block that declares something.</summary>
    Block,

    /// <summary>The head of a <c>for</c> that declares something by <c>let</c> or <c>const</c>.</summary>
    For,

    /// <summary>The cases of a <c>switch</c> that declare something.</summary>
    Switch,

    /// <summary>A <c>catch</c> with a parameter.</summary>
    Catch,

    /// <summary>The body of a <c>with</c>, where any name may be a property of its object.</summary>
    With,
}
