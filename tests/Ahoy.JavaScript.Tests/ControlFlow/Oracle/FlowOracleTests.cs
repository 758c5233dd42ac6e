using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow.Oracle;

/// <summary>Graphs of random functions against paths found without a graph.</summary>
public sealed class FlowOracleTests
{
    private const int FunctionsPerSeed = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Graph_RandomFunctions_HasThePathsThatTheTreeHas(int seed)
    {
        var compared = 0;
        for (var i = 0; i < FunctionsPerSeed; i++)
        {
            var source = RandomFunction.Write((seed * 100_000) + i);
            compared += Compare(source) ? 1 : 0;
        }

        // Some have too many paths to list.
        Assert.InRange(compared, FunctionsPerSeed / 2, FunctionsPerSeed);
    }

    private static bool Compare(string source)
    {
        var result = JavaScriptParser.Parse(source);
        Assert.Empty(result.Errors);
        var function = (FunctionDeclaration)result.Root.Body[0];
        if (TreeWalker.Paths(function, out var visited) is not { } paths)
        {
            return false;
        }

        var graph = FlowGraph.Create(function);
        var walker = new GraphWalker(graph);
        foreach (var (path, end) in paths)
        {
            Assert.True(walker.Accepts(path, end.ToString()), $"The graph lacks the path {Describe(path)} to {end} of: {source}");
        }

        foreach (var (path, end) in walker.Paths())
        {
            Assert.True(TreeWalker.Accepts(function, path, end), $"The graph has the path {Describe(path)} to {end}, which is none of: {source}");
        }

        AssertSame(visited, walker.ReachableSteps(), "nodes", source);
        AssertSame(
            paths.Select(p => p.End).Where(e => e.Node is not null || e.Kind == OutcomeKind.Normal).Select(e => e.Node ?? function.Body),
            graph.Ends.Select(e => e.Node), "ends", source);
        return true;
    }

    private static void AssertSame(IEnumerable<Node> expected, IEnumerable<Node> actual, string what, string source) =>
        Assert.True(
            expected.ToHashSet().SetEquals(actual),
            $"The {what} that can be reached are not the same in: {source}\n{Describe(expected.Distinct())}\n{Describe(actual.Distinct())}");

    private static string Describe(IEnumerable<Node> nodes) => string.Join(
        " ", nodes.OrderBy(n => 0).Select(n => n is Identifier name ? name.Name : n.Type + "@" + n.Start));
}
