using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

/// <summary>Follows the paths of a graph, told as <see cref="TreeWalker"/> tells them.</summary>
internal sealed class GraphWalker(FlowGraph graph)
{
    private const int MostPaths = 2_000;
    private const int MostUsesOfAnEdge = 2;

    /// <summary>Whether a path leads to an end.</summary>
    public bool Accepts(IReadOnlyList<Node> path, string end)
    {
        var seen = new HashSet<(BasicBlock, int)>();
        var pending = new Stack<(BasicBlock Block, int Position)>();
        pending.Push((graph.Entry, 0));
        while (pending.Count > 0)
        {
            var (block, position) = pending.Pop();
            if (!seen.Add((block, position)) || !Follow(block, path, ref position))
            {
                continue;
            }

            foreach (var edge in block.Outgoing)
            {
                if (IsExit(edge.To))
                {
                    if (position == path.Count && EndsAt(block, edge).Contains(end))
                    {
                        return true;
                    }
                }
                else
                {
                    pending.Push((edge.To, position));
                }
            }
        }

        return false;
    }

    /// <summary>Paths on which no edge is used often, each with its end; only the first where there are very many.</summary>
    public List<(Node[] Path, string End)> Paths()
    {
        var paths = new List<(Node[], string)>();
        Extend(graph.Entry, [], [], paths);
        return paths;
    }

    /// <summary>The identifiers and calls in blocks that can be reached.</summary>
    public HashSet<Node> ReachableSteps() => [.. graph.Blocks.Where(b => b.IsReachable).SelectMany(Steps)];

    private static IEnumerable<Node> Steps(BasicBlock block) => block.Nodes.Where(node => node is Identifier or CallExpression);

    private static bool Follow(BasicBlock block, IReadOnlyList<Node> path, ref int position)
    {
        foreach (var node in Steps(block))
        {
            if (position >= path.Count || !ReferenceEquals(path[position++], node))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsExit(BasicBlock block) => block == graph.Exit || block == graph.ExceptionalExit;

    private IEnumerable<string> EndsAt(BasicBlock block, FlowEdge edge)
    {
        var ends = graph.Ends.Where(end => end.Block == block && edge.Kind != FlowEdgeKind.Exception && edge.Kind != FlowEdgeKind.Abandon)
            .Select(end => end.Kind switch
            {
                PathEndKind.Return => new Outcome(OutcomeKind.Return, end.Node),
                PathEndKind.Throw => new Outcome(OutcomeKind.Throw, end.Node),
                _ => Outcome.Normal,
            })
            .ToList();
        if (ends.Count == 0)
        {
            // An exception that no `throw` causes, or a generator that is ended from outside.
            ends.Add(edge.To == graph.Exit ? new Outcome(OutcomeKind.Return) : Outcome.Exception);
        }

        return ends.Select(end => end.ToString());
    }

    private void Extend(BasicBlock block, List<Node> path, Dictionary<FlowEdge, int> used, List<(Node[] Path, string End)> paths)
    {
        var length = path.Count;
        path.AddRange(Steps(block));
        foreach (var edge in block.Outgoing)
        {
            if (paths.Count >= MostPaths)
            {
                break;
            }

            if (IsExit(edge.To))
            {
                paths.AddRange(EndsAt(block, edge).Select(end => (path.ToArray(), end)));
            }
            else if (used.GetValueOrDefault(edge) is var uses && uses < MostUsesOfAnEdge)
            {
                used[edge] = uses + 1;
                Extend(edge.To, path, used, paths);
                used[edge] = uses;
            }
        }

        path.RemoveRange(length, path.Count - length);
    }
}
