namespace Ahoy.JavaScript.ControlFlow;

/// <summary>The block of a <c>try</c> that has a <c>catch</c>.</summary>
internal sealed class CatchContext(FlowContext? parent, BasicBlock handler) : FlowContext(parent)
{
    public BasicBlock Handler => handler;
}
