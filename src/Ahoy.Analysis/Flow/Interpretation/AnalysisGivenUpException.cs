namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Code is too large, or too strange, to be followed: nothing is reported about it.</summary>
internal sealed class AnalysisGivenUpException : Exception;
