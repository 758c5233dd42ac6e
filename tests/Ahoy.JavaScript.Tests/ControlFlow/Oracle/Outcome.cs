using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

/// <summary>How a statement or a function comes to its end on one path.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Node">The statement that causes it, if one does.</param>
/// <param name="Label">The label that a jump names.</param>
internal sealed record Outcome(OutcomeKind Kind, Node? Node = null, string? Label = null)
{
    public static readonly Outcome Normal = new(OutcomeKind.Normal);

    public static readonly Outcome Exception = new(OutcomeKind.Throw);

    public override string ToString() => $"{Kind}@{Node?.Start}";
}
