namespace Ahoy.JavaScript.ControlFlow;

/// <summary>
/// A jump, a return or an exception under way: where it leads once every <c>finally</c> between has run.
/// </summary>
/// <param name="target">The block it leads to.</param>
/// <param name="stopAt">The context that it leads to; null where it leaves the function.</param>
/// <param name="end">The end of the path, where it leaves the function by a statement.</param>
internal sealed class Completion(BasicBlock target, FlowContext? stopAt, PathEnd? end = null)
{
    public BasicBlock Target => target;

    public FlowContext? StopAt => stopAt;

    public PathEnd? End => end;

    /// <summary>What has the same key may share a copy of a <c>finally</c>.</summary>
    public object Key => (object?)end ?? target;
}
