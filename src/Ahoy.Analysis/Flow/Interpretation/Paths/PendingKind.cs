namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>What is under way.</summary>
internal enum PendingKind
{
    /// <summary>A chain of <c>.then</c>, <c>.catch</c>, <c>.finally</c>.</summary>
    Chain,

    /// <summary>A call to an <c>async</c> function that nobody waits for.</summary>
    AsyncCall,

    /// <summary>A function that a call was given as its last function argument.</summary>
    Continuation,

    /// <summary>A function that a timer calls, unless it is cleared.</summary>
    Timer,

    /// <summary>A function that may be called any number of times: an event listener, an interval.</summary>
    Listener,

    /// <summary>A promise that is simply dropped.</summary>
    Dropped,
}
