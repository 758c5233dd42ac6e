namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Whether a path has answered the request.</summary>
internal enum Completion
{
    /// <summary>The callback was neither called nor given away.</summary>
    None,

    /// <summary>The callback was called.</summary>
    Called,

    /// <summary>
    /// The callback is out of sight, or the path depends on state that other code shares: whether and how often it is called
    /// can't be known any more.
    /// </summary>
    Escaped,
}
