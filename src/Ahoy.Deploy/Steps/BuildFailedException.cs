namespace Ahoy.Deploy.Steps;

/// <summary>The platform could not package a Build.</summary>
internal sealed class BuildFailedException(IReadOnlyList<string> errors)
    : Exception(errors.Count == 0 ? "the platform could not package the Build, and does not say why" : string.Join(" ", errors))
{
    /// <summary>Whether the platform said why.</summary>
    public bool HasReason { get; } = errors.Count > 0;
}
