namespace Ahoy.JavaScript.ControlFlow;

/// <summary>Something around the code that is being built which decides where jumps and exceptions go.</summary>
internal abstract class FlowContext(FlowContext? parent)
{
    public FlowContext? Parent => parent;
}
