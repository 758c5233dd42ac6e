using System.Text;
using Ahoy.Analysis.TwiML.Graph;
using Ahoy.Model;

namespace Ahoy.Cli.Flow;

/// <summary>Draws a flow in the language of Graphviz.</summary>
internal static class DotDrawing
{
    public static string Write(FlowGraph graph)
    {
        var text = new StringBuilder("digraph flow {\n  node [shape=box];\n");
        foreach (var node in graph.Nodes)
        {
            var shape = node.Resource?.Kind == ResourceKind.Asset ? ", shape=note" : string.Empty;
            var style = node.Resource is null or { Visibility: Visibility.Private } ? ", style=dashed" : string.Empty;
            var verbs = node.Verbs.Count == 0 ? string.Empty : $"\\n{string.Join(", ", node.Verbs)}";
            text.Append($"  \"{Quote(node.Path)}\" [label=\"{Quote(node.Path + NodeNote.Of(node))}{verbs}\"{shape}{style}];\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append($"  \"{Quote(edge.From)}\" -> \"{Quote(edge.To)}\" [label=\"{Quote(edge.Label)}\"];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quote(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
