using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>
/// The ways through a function, a program, a class's static block or the initial value of a class's field. Functions inside
/// have graphs of their own; here they are values that are made.
/// </summary>
/// <remarks>
/// <para>
/// Blocks hold the expressions that are evaluated, each after its operands, and the <see cref="VariableDeclarator"/>s,
/// <see cref="ReturnStatement"/>s, <see cref="ThrowStatement"/>s, <see cref="BreakStatement"/>s,
/// <see cref="ContinueStatement"/>s, <see cref="FunctionDeclaration"/>s (at the start of their block) and
/// <see cref="ClassDeclaration"/>s. A <c>for</c>-<c>in</c> or <c>for</c>-<c>of</c> stands where it asks for its next value. An
/// identifier that is assigned to stands where it is written. Not listed are conditions that are only made of others
/// (<c>!a</c>, <c>a &amp;&amp; b</c> in an <c>if</c>): their parts and the edges are all there is to them. A logical assignment
/// stands where it assigns.
/// </para>
/// <para>
/// A node that may throw ends its block. What may throw: calls, <c>new</c>, tagged templates, <c>await</c>, <c>yield</c>,
/// reading or writing a property of what may be null or undefined, taking a pattern apart, iterating and spreading,
/// <c>in</c> and <c>instanceof</c>, classes that extend or initialise something. Not: conversions by operators, names that are
/// not declared or have no value yet, getters and setters of what is certainly an object.
/// </para>
/// <para>
/// A <c>finally</c> has blocks of its own for each way it is entered, so that no path comes in by one and goes on as
/// another. Only where these would be too many do the rest share blocks.
/// </para>
/// <para>
/// Conditions are unknown, unless they are literals: <c>while (true)</c> has no way out but <c>break</c>.
/// </para>
/// </remarks>
public sealed class FlowGraph
{
    private Dictionary<Node, IReadOnlyList<BasicBlock>>? _blocksByNode;

    internal FlowGraph(Node owner, BasicBlock entry, BasicBlock exit, BasicBlock exceptionalExit, IReadOnlyList<BasicBlock> blocks, IReadOnlyList<PathEnd> ends)
    {
        Owner = owner;
        Entry = entry;
        Exit = exit;
        ExceptionalExit = exceptionalExit;
        Blocks = blocks;
        Ends = ends;
    }

    /// <summary>The function (see <see cref="IFunction"/>), <see cref="Program"/>, <see cref="StaticBlock"/> or <see cref="PropertyDefinition"/>.</summary>
    public Node Owner { get; }

    /// <summary>Where it begins: with the parameters.</summary>
    public BasicBlock Entry { get; }

    /// <summary>Where <c>return</c> and the end of the body lead to. It is empty.</summary>
    public BasicBlock Exit { get; }

    /// <summary>Where what is thrown and not caught leads to. It is empty.</summary>
    public BasicBlock ExceptionalExit { get; }

    /// <summary>
    /// All blocks: first those that can be reached, each before its successors as far as loops allow (reverse postorder), then
    /// the others.
    /// </summary>
    public IReadOnlyList<BasicBlock> Blocks { get; }

    /// <summary>
    /// The ends that can be reached, in the order of the source. Exceptions that other nodes than <c>throw</c> cause are no
    /// ends; they are edges to <see cref="ExceptionalExit"/>.
    /// </summary>
    public IReadOnlyList<PathEnd> Ends { get; }

    /// <summary>Makes the graph of a function, a program, a static block or the initial value of a field.</summary>
    /// <exception cref="ArgumentException">The node is none of these.</exception>
    public static FlowGraph Create(Node owner) => FlowGraphBuilder.Build(owner);

    /// <summary>
    /// The blocks that hold a node: more than one for what stands in a <c>finally</c>, none for nodes that are not listed or
    /// belong to another graph.
    /// </summary>
    public IReadOnlyList<BasicBlock> BlocksOf(Node node)
    {
        _blocksByNode ??= Blocks
            .SelectMany(block => block.Nodes.Select(n => (Node: n, Block: block)))
            .GroupBy(pair => pair.Node, pair => pair.Block)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<BasicBlock>)group.Distinct().ToArray());
        return _blocksByNode.TryGetValue(node, out var blocks) ? blocks : [];
    }
}
