namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>How a step of a function that a compiler has cut up ends.</summary>
internal enum StepEndKind
{
    /// <summary>The function returns.</summary>
    Return,

    /// <summary>A promise is waited for.</summary>
    Await,

    /// <summary>Another step follows.</summary>
    Jump,
}
