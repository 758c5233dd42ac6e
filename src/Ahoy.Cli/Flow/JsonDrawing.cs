using System.Text;
using System.Text.Json;
using Ahoy.Analysis.TwiML.Graph;
using Ahoy.Cli.Checking;

namespace Ahoy.Cli.Flow;

/// <summary>Writes a flow as JSON, for other programs.</summary>
internal static class JsonDrawing
{
    public static string Write(FlowGraph graph)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonReport.Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in graph.Nodes)
            {
                json.WriteStartObject();
                json.WriteString("path", node.Path);
                json.WriteString("kind", node.Resource?.Kind.ToString().ToLowerInvariant() ?? "missing");
                json.WriteString("visibility", node.Resource?.Visibility.ToString().ToLowerInvariant());
                json.WriteString("file", node.Resource?.File);
                json.WriteStartArray("verbs");
                foreach (var verb in node.Verbs)
                {
                    json.WriteStringValue(verb);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in graph.Edges)
            {
                json.WriteStartObject();
                json.WriteString("from", edge.From);
                json.WriteString("to", edge.To);
                json.WriteString("via", edge.Via);
                json.WriteString("when", edge.When);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }
}
