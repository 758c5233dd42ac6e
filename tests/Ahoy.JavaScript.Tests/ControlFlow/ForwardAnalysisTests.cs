using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow;

public sealed class ForwardAnalysisTests
{
    [Theory]
    [InlineData("function f() { cb(); }", "1..1")]
    [InlineData("function f() { if (a) cb(); }", "0..1")]
    [InlineData("function f() { if (a) cb(); else cb(); }", "1..1")]
    [InlineData("function f() { if (a) { cb(); return; } cb(); }", "1..1, 1..1")]
    [InlineData("function f() { cb(); if (a) cb(); }", "1..2")]
    [InlineData("function f() { while (a) cb(); }", "0..3")]
    [InlineData("function f() { do cb(); while (a); }", "1..3")]
    [InlineData("function f() { a && cb(); }", "0..1")]
    [InlineData("function f() { a ? cb() : cb(); }", "1..1")]
    [InlineData("function f() { try { a(); cb(); } catch { cb(); } }", "1..1")]
    [InlineData("function f() { try { cb(); a(); } catch { cb(); } }", "1..2")]
    [InlineData("function f() { try { return a(); } catch { } finally { cb(); } }", "1..1, 1..1")]
    [InlineData("function f() { try { if (a) return; cb(); } finally { b(); } cb(); }", "0..0, 2..2")]
    [InlineData("function f() { switch (a) { case 1: cb(); case 2: cb(); break; case 3: return; } }", "0..0, 0..2")]
    [InlineData("function f() { return cb(); }", "1..1")]
    [InlineData("() => cb()", "1..1")]
    public void Run_CountingCalls_KnowsTheFewestAndTheMost(string source, string expected)
    {
        var graph = FlowText.Graph(source, out _);
        var states = new CallCounter().Run(graph);

        Assert.True(states.Converged);
        Assert.Equal(expected, string.Join(", ", graph.Ends.Select(end => states.After(end.Block)).Select(s => $"{s.Fewest}..{s.Most}")));
    }

    [Fact]
    public void Run_EdgeThatIsRefused_IsNotFollowed()
    {
        var graph = FlowText.Graph("function f() { if (a) { cb(); return; } b; }", out _);
        var states = new CallCounter { Refused = FlowEdgeKind.True }.Run(graph);

        Assert.False(states.IsReached(graph.Ends[0].Block));
        Assert.True(states.IsReached(graph.Ends[1].Block));
        Assert.Throws<InvalidOperationException>(() => states.Before(graph.Ends[0].Block));
    }

    [Fact]
    public void Walk_Block_GivesTheStateBeforeEachNode()
    {
        var graph = FlowText.Graph("function f() { a; cb(); b; }", out _);
        var states = new CallCounter().Run(graph);
        var walked = graph.Blocks.Where(states.IsReached).SelectMany(states.Walk).ToList();

        Assert.Equal(["Identifier 0", "Identifier 0", "CallExpression 0", "Identifier 1"], walked.Select(w => $"{w.Node.Type} {w.State.Most}"));
    }

    [Fact]
    public void Run_StatesThatGrowForEver_AreGivenUp()
    {
        var graph = FlowText.Graph("function f() { while (a) cb(); }", out _);

        Assert.False(new CallCounter { Limit = int.MaxValue }.Run(graph).Converged);
    }

    /// <summary>Counts the calls of <c>cb</c>, up to a limit.</summary>
    private sealed class CallCounter : ForwardAnalysis<(int Fewest, int Most)>
    {
        public int Limit { get; init; } = 3;

        public FlowEdgeKind? Refused { get; init; }

        protected override (int Fewest, int Most) Begin(FlowGraph graph) => (0, 0);

        protected override (int Fewest, int Most) Transfer(Node node, (int Fewest, int Most) state) =>
            node is CallExpression { Callee: Identifier { Name: "cb" } }
                ? (Math.Min(state.Fewest + 1, Limit), Math.Min(state.Most + 1, Limit))
                : state;

        protected override bool TryFollow(FlowEdge edge, ref (int Fewest, int Most) state) => edge.Kind != Refused;

        protected override (int Fewest, int Most) Join((int Fewest, int Most) left, (int Fewest, int Most) right) =>
            (Math.Min(left.Fewest, right.Fewest), Math.Max(left.Most, right.Most));
    }
}
