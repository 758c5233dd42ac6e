using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>Nodes that are evaluated one after the other, without a way in or out in between.</summary>
public sealed class BasicBlock
{
    private readonly List<Node> _nodes = [];
    private readonly List<FlowEdge> _incoming = [];
    private readonly List<FlowEdge> _outgoing = [];

    internal BasicBlock() => Index = -1;

    /// <summary>Its place in <see cref="FlowGraph.Blocks"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>
    /// What is evaluated, in that order: operands before the expression they belong to. Which nodes there are says
    /// <see cref="FlowGraph"/>.
    /// </summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The ways in.</summary>
    public IReadOnlyList<FlowEdge> Incoming => _incoming;

    /// <summary>The ways out.</summary>
    public IReadOnlyList<FlowEdge> Outgoing => _outgoing;

    /// <summary>Whether there is a way to it from the graph's entry.</summary>
    public bool IsReachable { get; internal set; }

    internal void Add(Node node) => _nodes.Add(node);

    internal void ConnectTo(BasicBlock target, FlowEdgeKind kind, Node? condition, Node? leaves)
    {
        var edge = new FlowEdge(this, target, kind, condition, leaves);
        _outgoing.Add(edge);
        target._incoming.Add(edge);
    }
}
