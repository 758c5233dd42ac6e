using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>An end that paths through a function come to.</summary>
public sealed class PathEnd
{
    internal PathEnd(PathEndKind kind, Node node)
    {
        Kind = kind;
        Node = node;
    }

    /// <summary>How it ends.</summary>
    public PathEndKind Kind { get; }

    /// <summary>
    /// The <see cref="ReturnStatement"/> or <see cref="ThrowStatement"/>, the arrow function's expression, or the body whose
    /// end is reached (the whole program at the top level).
    /// </summary>
    public Node Node { get; }

    /// <summary>
    /// The block that the path ends with: that of the node or, where <c>finally</c> runs first, the last one of that. No other
    /// end has it, unless there are so many that the graph had to join them (see <see cref="FlowGraph"/>).
    /// </summary>
    public BasicBlock Block { get; internal set; } = null!;
}
