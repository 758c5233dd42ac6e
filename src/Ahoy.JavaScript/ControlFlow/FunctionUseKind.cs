namespace Ahoy.JavaScript.ControlFlow;

/// <summary>What becomes of a function where it stands.</summary>
public enum FunctionUseKind : byte
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>It is declared.</summary>
    Declaration,

    /// <summary>It is an argument of a call or a <c>new</c>.</summary>
    Argument,

    /// <summary>It is called at once.</summary>
    Callee,

    /// <summary>It is the value of a declared variable.</summary>
    Variable,

    /// <summary>It is assigned.</summary>
    Assignment,

    /// <summary>It is the value of a property of an object literal, or of a class's field.</summary>
    Property,

    /// <summary>It is a method, getter, setter or constructor.</summary>
    Method,

    /// <summary>It is returned: by <c>return</c>, or as the body of an arrow function.</summary>
    Returned,

    /// <summary>It is a module's default export.</summary>
    DefaultExport,
}
