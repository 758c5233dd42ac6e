namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>How a function ends.</summary>
internal enum FunctionEndKind
{
    /// <summary>By <c>return</c>, or as the expression of an arrow function.</summary>
    Return,

    /// <summary>At its closing brace.</summary>
    FallOff,

    /// <summary>By an error that the code throws.</summary>
    Throw,

    /// <summary>Because a promise that it awaits is rejected.</summary>
    RejectedAwait,
}
