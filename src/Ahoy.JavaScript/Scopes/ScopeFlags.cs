namespace Ahoy.JavaScript.Scopes;

/// <summary>What is known of a scope besides its kind.</summary>
[Flags]
internal enum ScopeFlags : byte
{
    None = 0,
    Strict = 1,

    /// <summary>A call <c>eval(…)</c> stands in this scope.</summary>
    HasDirectEval = 1 << 1,

    /// <summary>A call <c>eval(…)</c> stands in this scope or in one below it.</summary>
    ContainsDirectEval = 1 << 2,

    /// <summary>A call <c>eval(…)</c> may declare variables here: it is not strict and this is the nearest scope that takes a <c>var</c>.</summary>
    TakesVarsOfEval = 1 << 3,
}
