using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.ControlFlow;

/// <summary>
/// An analysis that follows the ways through a <see cref="FlowGraph"/> forward and joins what it knows where they meet. It ends
/// if joining a state with others can change it a bounded number of times only; see <see cref="FlowStates{TState}.Converged"/>.
/// </summary>
/// <typeparam name="TState">What is known at a point. States are values: the methods give new ones and change none.</typeparam>
public abstract class ForwardAnalysis<TState>
{
    // Far more than any lattice of a rule has levels.
    private const int MostVisits = 1_000;

    /// <summary>What is known where the graph begins.</summary>
    protected abstract TState Begin(FlowGraph graph);

    /// <summary>What is known after a node that was evaluated.</summary>
    protected abstract TState Transfer(Node node, TState state);

    /// <summary>What is known after a node that threw; as before the node, unless overridden.</summary>
    protected virtual TState TransferException(Node node, TState state) => state;

    /// <summary>Whether an edge can be taken in a state, and what is known then; always and the same, unless overridden.</summary>
    protected virtual bool TryFollow(FlowEdge edge, ref TState state) => true;

    /// <summary>What is known where two ways meet.</summary>
    protected abstract TState Join(TState left, TState right);

    /// <summary>Whether two states say the same.</summary>
    protected virtual bool AreEqual(TState left, TState right) => EqualityComparer<TState>.Default.Equals(left, right);

    /// <summary>Analyses a graph.</summary>
    public FlowStates<TState> Run(FlowGraph graph)
    {
        var count = graph.Blocks.Count;
        var states = new FlowStates<TState>(this, count);
        var visits = new int[count];
        var pending = new SortedSet<int> { graph.Entry.Index };
        states.Set(graph.Entry, Begin(graph));
        while (pending.Count > 0)
        {
            // The blocks are in an order in which the first that is pending gains least from waiting.
            var index = pending.Min;
            pending.Remove(index);
            if (++visits[index] > MostVisits)
            {
                states.Converged = false;
                continue;
            }

            Visit(graph.Blocks[index], states, pending);
        }

        return states;
    }

    internal TState After(BasicBlock block, TState state)
    {
        for (var i = 0; i < block.Nodes.Count; i++)
        {
            state = Transfer(block.Nodes[i], state);
        }

        return state;
    }

    internal TState Step(Node node, TState state) => Transfer(node, state);

    private void Visit(BasicBlock block, FlowStates<TState> states, SortedSet<int> pending)
    {
        var beforeLast = states.Before(block);
        for (var i = 0; i < block.Nodes.Count - 1; i++)
        {
            beforeLast = Transfer(block.Nodes[i], beforeLast);
        }

        var after = block.Nodes.Count == 0 ? beforeLast : Transfer(block.Nodes[block.Nodes.Count - 1], beforeLast);
        for (var i = 0; i < block.Outgoing.Count; i++)
        {
            var edge = block.Outgoing[i];
            var state = edge.Kind == FlowEdgeKind.Exception
                ? TransferException(block.Nodes[block.Nodes.Count - 1], beforeLast)
                : after;
            if (!TryFollow(edge, ref state))
            {
                continue;
            }

            if (!states.IsReached(edge.To))
            {
                states.Set(edge.To, state);
            }
            else if (Join(states.Before(edge.To), state) is var joined && !AreEqual(joined, states.Before(edge.To)))
            {
                states.Set(edge.To, joined);
            }
            else
            {
                continue;
            }

            pending.Add(edge.To.Index);
        }
    }
}
