namespace Ahoy.Analysis.Proving;

/// <summary>A regular expression that a value is held against.</summary>
/// <param name="Pattern">What stands between its slashes.</param>
internal sealed record PatternClue(string Pattern);
