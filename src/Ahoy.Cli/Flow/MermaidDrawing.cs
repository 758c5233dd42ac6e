using System.Text;
using Ahoy.Analysis.TwiML.Graph;
using Ahoy.Model;

namespace Ahoy.Cli.Flow;

/// <summary>Draws a flow as Mermaid, which code hosts show in Markdown.</summary>
internal static class MermaidDrawing
{
    public static string Write(FlowGraph graph)
    {
        var text = new StringBuilder("flowchart TD\n");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            names[node.Path] = $"n{names.Count}";
            var verbs = node.Verbs.Count == 0 ? string.Empty : $"<br/>{string.Join(", ", node.Verbs)}";
            var (open, close) = node.Resource?.Kind == ResourceKind.Asset ? ("[/", "/]") : ("[", "]");
            text.Append($"  {names[node.Path]}{open}\"{Quote(node.Path)}{Quote(NodeNote.Of(node))}{verbs}\"{close}\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append($"  {names[edge.From]} -->|\"{Quote(edge.Label)}\"| {names[edge.To]}\n");
        }

        return text.ToString();
    }

    private static string Quote(string text) => text.Replace("&", "#amp;").Replace("\"", "#quot;").Replace("<", "#lt;").Replace(">", "#gt;");
}
