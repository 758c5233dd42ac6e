using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>What stands before a <c>finally</c>: a <c>try</c>'s block and its <c>catch</c>.</summary>
internal sealed class FinallyContext(FlowContext? parent, BlockStatement finalizer) : FlowContext(parent)
{
    public BlockStatement Finalizer => finalizer;

    /// <summary>The first blocks of the copies, by what they resume.</summary>
    public Dictionary<object, BasicBlock> Copies { get; } = [];

    /// <summary>The first block of the copy that is shared when there are too many.</summary>
    public BasicBlock? SharedFirst { get; set; }

    /// <summary>The last block of the copy that is shared.</summary>
    public BasicBlock? SharedLast { get; set; }
}
