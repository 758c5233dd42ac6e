namespace Ahoy.JavaScript.ControlFlow;

/// <summary>A statement that <c>break</c> or <c>continue</c> can speak of.</summary>
internal sealed class JumpContext(FlowContext? parent, List<string>? labels, BasicBlock? breakTarget, BasicBlock? continueTarget, bool needsLabel)
    : FlowContext(parent)
{
    public BasicBlock? BreakTarget => breakTarget;

    public BasicBlock? ContinueTarget => continueTarget;

    /// <summary>Whether <c>break</c> speaks of it only by its label: it is neither a loop nor a <c>switch</c>.</summary>
    public bool NeedsLabel => needsLabel;

    public bool HasLabel(string label) => labels is not null && labels.Contains(label);
}
