namespace Ahoy.JavaScript.ControlFlow;

/// <summary>How a path through a function ends.</summary>
public enum PathEndKind : byte
{
    /// <summary>By <c>return</c>, or with the expression that is an arrow function's body.</summary>
    Return,

    /// <summary>By running off the end of the body.</summary>
    EndOfBody,

    /// <summary>By a <c>throw</c> that nothing in the function catches.</summary>
    Throw,
}
