using System.Text;
using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow;

/// <summary>The ends of graphs, what edges tell besides where they lead, and how large graphs may grow.</summary>
public sealed class FlowGraphEndTests
{
    [Theory]
    [InlineData("function f() { }", "end")]
    [InlineData("function f() { return 1; }", "return 1")]
    [InlineData("function f() { if (a) return 1; throw 2; }", "return 1, throw 2")]
    [InlineData("function f() { if (a) { return 1; } }", "return 1, end")]
    [InlineData("function f() { for (;;) ; }", "")]
    [InlineData("function f() { while (true) { if (a) return 1; } return 2; }", "return 1")]
    [InlineData("function f() { return 1; return 2; }", "return 1")]
    [InlineData("function f() { try { throw 1; } catch { } }", "end")]
    [InlineData("function f() { try { throw 1; } catch { throw 2; } }", "throw 2")]
    [InlineData("function f() { try { return 1; } finally { a(); } return 2; }", "return 1")]
    [InlineData("function f() { try { return 1; } finally { return 2; } }", "return 2")]
    [InlineData("function f() { try { return 1; } finally { throw 2; } }", "throw 2")]
    [InlineData("function f() { try { throw 1; } finally { for (;;) ; } }", "")]
    [InlineData("function f() { l: try { return 1; } finally { break l; } }", "end")]
    [InlineData("function f() { try { a(); } catch { return 1; } finally { if (b) return 2; } }", "return 1, return 2, end")]
    [InlineData("function f() { switch (a) { case 1: return 1; default: return 2; } }", "return 1, return 2")]
    [InlineData("function f() { a() || b(); }", "end")]
    [InlineData("() => a", "a")]
    [InlineData("() => { return a }", "return a")]
    [InlineData("class C { static { a } }", "end")]
    [InlineData("a; b", "end")]
    [InlineData("if (a) return; b", "return, end")]
    public void Ends_Function_AreThoseThatCanBeReached(string source, string expected) =>
        Assert.Equal(expected, FlowText.OfEnds(source));

    [Fact]
    public void Ends_ThroughFinally_HaveBlocksOfTheirOwn()
    {
        var graph = FlowText.Graph("function f() { try { if (a) return 1; if (b) return 2; throw 3; } finally { c(); } }", out _);

        Assert.Equal(3, graph.Ends.Count);
        Assert.Equal(3, graph.Ends.Select(e => e.Block).Distinct().Count());
        Assert.Equal([PathEndKind.Return, PathEndKind.Return, PathEndKind.Throw], graph.Ends.Select(e => e.Kind));
        Assert.All(graph.Ends, end => Assert.IsType<CallExpression>(end.Block.Nodes[^1]));
    }

    [Fact]
    public void BlocksOf_NodeInFinally_AreOneForEachWayIn()
    {
        var graph = FlowText.Graph("function f() { try { if (a) return 1; b(); } finally { c; } }", out _);
        var c = graph.Blocks.SelectMany(b => b.Nodes).OfType<Identifier>().First(i => i.Name == "c");

        Assert.Equal(3, graph.BlocksOf(c).Count);
        Assert.Empty(graph.BlocksOf(graph.Owner));
    }

    [Theory]
    [InlineData("if (a) { b; } else c;", "{ b; }|c;")]
    [InlineData("if (a) { }", "{ }")]
    [InlineData("switch (a) { case 1: b; break; case 2: c; }", "break;|case 2: c;")]
    [InlineData("try { a(); } catch (e) { b; }", "{ a(); }|catch (e) { b; }")]
    [InlineData("while (a) { if (b) break; else continue; }", "break;|continue;")]
    [InlineData("function f() { if (a) return; }", "return;|{ if (a) return; }")]
    public void Edges_AtTheEndOfAnArm_TellIt(string source, string expected)
    {
        var graph = FlowText.Graph(source, out var text);
        var leaves = graph.Blocks.Where(b => b.IsReachable).SelectMany(b => b.Outgoing).Select(e => e.Leaves)
            .OfType<Node>().Where(n => n is not Program).OrderBy(n => n.Start).Select(n => text[n.Start..n.End]).Distinct();

        Assert.Superset(expected.Split('|').ToHashSet(), leaves.ToHashSet());
    }

    [Fact]
    public void Edges_Exception_BeginAtTheLastNodeOfTheirBlock()
    {
        var graph = FlowText.Graph("function f() { a(b.c, new D(), ...e); [x] = y; for (z of w) ; }", out _);
        var exceptions = graph.Blocks.SelectMany(b => b.Outgoing).Where(e => e.Kind == FlowEdgeKind.Exception).ToList();

        Assert.Equal(6, exceptions.Count);
        Assert.All(exceptions, edge => Assert.Same(edge.Condition, edge.From.Nodes[^1]));
        Assert.All(exceptions, edge => Assert.Same(graph.ExceptionalExit, edge.To));
    }

    [Fact]
    public void Create_ManyReturnsInATry_JoinsTheLastInOneFinally()
    {
        var source = new StringBuilder("function f() { try { ");
        for (var i = 0; i < 200; i++)
        {
            source.Append($"if (a{i}) return {i}; ");
        }

        var graph = FlowText.Graph(source.Append("} finally { b(); } }").ToString(), out _);

        Assert.Equal(201, graph.Ends.Count);
        Assert.InRange(graph.Ends.Select(e => e.Block).Distinct().Count(), 10, 30);
    }

    [Fact]
    public void Create_FinallyInFinally_StaysBounded()
    {
        // Each level would have three copies of the one in it.
        const int depth = 60;
        var source = string.Concat(Enumerable.Repeat("try { if (a) return; b(); } finally { ", depth)) + "c();"
            + string.Concat(Enumerable.Repeat(" }", depth));

        Assert.InRange(FlowText.Graph("function f() { " + source + " }", out _).Blocks.Count, 1_000, 200_000);
    }

    [Theory]
    [InlineData("{ ", "}", "a", 1_900)]
    [InlineData("if (b) ; else ", "", "a", 1_900)]
    [InlineData("try { ", "} finally { b() }", "a()", 900)]
    [InlineData("while (b) ", "", "a", 1_900)]
    [InlineData("[", "]", "a", 1_900)]
    [InlineData("a(", ")", "a", 1_900)]
    [InlineData("!", "", "a", 1_900)]
    [InlineData("a + ", "", "a", 50_000)]
    [InlineData("a[b].c || ", "", "a", 50_000)]
    [InlineData("a ? b : ", "", "a", 1_900)]
    public void Create_DeepNesting_DoesNotExhaustTheStack(string open, string close, string inner, int depth)
    {
        var source = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        var program = JavaScriptParser.Parse(source).Root;

        SmallStack.Run(() => Assert.NotEmpty(FlowGraph.Create(program).Ends));
    }

    [Fact]
    public void Create_DeepCondition_DoesNotExhaustTheStack()
    {
        var source = "if (" + string.Concat(Enumerable.Repeat("a && ", 50_000)) + "a) b;";
        var program = JavaScriptParser.Parse(source).Root;

        SmallStack.Run(() => Assert.Single(FlowGraph.Create(program).Ends));
    }

    [Theory]
    [InlineData("function f() { break; continue; a")]
    [InlineData("function f() { break l; continue l; }")]
    [InlineData("function f() { try { ")]
    [InlineData("function f() { switch (a) { case")]
    [InlineData("function f( { if (")]
    [InlineData("function f() { for (let of")]
    [InlineData("function f() { yield; await; } }")]
    public void Create_BrokenSource_StillGivesAGraph(string source) =>
        Assert.NotEmpty(FlowText.Graph(source, out _).Ends);

    [Fact]
    public void Create_NodeWithoutFlow_Throws()
    {
        var program = JavaScriptParser.Parse("a;").Root;

        Assert.Throws<ArgumentException>(() => FlowGraph.Create(program.Body[0]));
    }
}
