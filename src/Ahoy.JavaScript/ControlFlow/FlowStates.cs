using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>What a <see cref="ForwardAnalysis{TState}"/> found out.</summary>
/// <typeparam name="TState">What is known at a point.</typeparam>
public sealed class FlowStates<TState>
{
    private readonly ForwardAnalysis<TState> _analysis;
    private readonly TState[] _before;
    private readonly bool[] _reached;

    internal FlowStates(ForwardAnalysis<TState> analysis, int blockCount)
    {
        _analysis = analysis;
        _before = new TState[blockCount];
        _reached = new bool[blockCount];
    }

    /// <summary>
    /// Whether the states hold. They do not where one of them changed without end, which is a mistake of the analysis; it was
    /// given up then.
    /// </summary>
    public bool Converged { get; internal set; } = true;

    /// <summary>Whether any way that the analysis followed leads to a block.</summary>
    public bool IsReached(BasicBlock block) => _reached[block.Index];

    /// <summary>What is known where a block begins.</summary>
    /// <exception cref="InvalidOperationException">The block is not reached.</exception>
    public TState Before(BasicBlock block) => _reached[block.Index]
        ? _before[block.Index]
        : throw new InvalidOperationException("No way leads to this block.");

    /// <summary>What is known where a block is done and did not throw.</summary>
    /// <exception cref="InvalidOperationException">The block is not reached.</exception>
    public TState After(BasicBlock block) => _analysis.After(block, Before(block));

    /// <summary>The nodes of a block, each with what is known before it.</summary>
    /// <exception cref="InvalidOperationException">The block is not reached.</exception>
    public IEnumerable<(Node Node, TState State)> Walk(BasicBlock block)
    {
        var state = Before(block);
        foreach (var node in block.Nodes)
        {
            yield return (node, state);
            state = _analysis.Step(node, state);
        }
    }

    internal void Set(BasicBlock block, TState state)
    {
        _before[block.Index] = state;
        _reached[block.Index] = true;
    }
}
