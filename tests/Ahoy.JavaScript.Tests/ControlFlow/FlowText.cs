using System.Text;
using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.ControlFlow;

/// <summary>Writes graphs as short texts, which tests compare.</summary>
internal static class FlowText
{
    /// <summary>The graph of the function, static block or field that a source begins with, otherwise of the program.</summary>
    public static FlowGraph Graph(string source, out string text)
    {
        text = source;
        var root = JavaScriptParser.Parse(source, new ParseOptions { SourceType = SourceType.CommonJs }).Root;
        return FlowGraph.Create(root.Body.FirstOrDefault() switch
        {
            FunctionDeclaration function => function,
            ExpressionStatement { Expression: ArrowFunctionExpression function } => function,
            ClassDeclaration @class => @class.Body.Body[0],
            _ => root,
        });
    }

    /// <summary>
    /// A line for each block that can be reached: its number, its nodes as they stand in the source, and where it leads.
    /// Calls are all that throws in these texts; exceptions that leave the function are left out.
    /// </summary>
    public static string Of(string source)
    {
        var graph = Graph(source, out var text);
        var lines = graph.Blocks
            .Where(block => block.IsReachable && block != graph.Exit && block != graph.ExceptionalExit)
            .Select(block => Line(graph, block, text));
        return string.Join("\n", lines);
    }

    /// <summary>The ends that can be reached, each as its kind and its text.</summary>
    public static string OfEnds(string source)
    {
        var graph = Graph(source, out var text);
        return string.Join(", ", graph.Ends.Select(end => end.Kind == PathEndKind.EndOfBody ? "end" : Shorten(end.Node, text)).Distinct());
    }

    private static string Line(FlowGraph graph, BasicBlock block, string text)
    {
        var line = new StringBuilder().Append(block.Index).Append(':');
        foreach (var node in block.Nodes)
        {
            line.Append(' ').Append(Shorten(node, text)).Append(';');
        }

        foreach (var edge in block.Outgoing)
        {
            if (edge.Kind != FlowEdgeKind.Exception || edge.To != graph.ExceptionalExit)
            {
                line.Append(" →").Append(NameOf(graph, edge.To));
                line.Append(edge.Kind == FlowEdgeKind.Normal ? "" : " " + edge.Kind.ToString().ToLowerInvariant());
            }
        }

        return line.ToString();
    }

    private static string NameOf(FlowGraph graph, BasicBlock block) =>
        block == graph.Exit ? "exit" : block == graph.ExceptionalExit ? "thrown" : block.Index.ToString();

    private static string Shorten(Node node, string text) => node switch
    {
        ForInStatement or ForOfStatement => "next",
        IFunction and FunctionDeclaration { Id: { } id } => "function " + id.Name,
        IClass and ClassDeclaration { Id: { } id } => "class " + id.Name,
        _ => text[node.Start..node.End].TrimEnd(';'),
    };
}
