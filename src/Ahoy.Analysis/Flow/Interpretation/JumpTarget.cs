using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A statement that <c>break</c> and perhaps <c>continue</c> can leave.</summary>
internal sealed class JumpTarget(IReadOnlyCollection<string> labels, bool takesBreak, bool takesContinue)
{
    /// <summary>The paths that left by <c>break</c>, and from where.</summary>
    public List<(PathState State, Node Jump)> Breaks { get; } = [];

    /// <summary>The paths that left by <c>continue</c>.</summary>
    public List<(PathState State, Node Jump)> Continues { get; } = [];

    /// <summary>Whether a <c>break</c> with this label, or with none, means this statement.</summary>
    public bool IsMeantByBreak(string? label) => label is null ? takesBreak : labels.Contains(label);

    /// <summary>Whether a <c>continue</c> with this label, or with none, means this statement.</summary>
    public bool IsMeantByContinue(string? label) => takesContinue && (label is null || labels.Contains(label));
}
