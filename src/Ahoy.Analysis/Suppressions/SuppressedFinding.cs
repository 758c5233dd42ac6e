using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Suppressions;

/// <summary>What a rule found where a comment says that it is meant.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Suppression">What the comment says.</param>
internal sealed record SuppressedFinding(Finding Finding, Suppression Suppression);
