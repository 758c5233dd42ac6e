using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Model;

namespace Ahoy.Simulator.Rest.Requests;

/// <summary>Reads JSON that was sent. A name that is there twice is an error here, rather than later where somebody looks at it.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a text; null, with what is wrong, where it is no JSON.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out JsonNode? node, out string? problem)
    {
        try
        {
            node = JsonNode.Parse(text, documentOptions: s_options);
            problem = HasBrokenText(node) ? "it has half of a pair of surrogates" : null;
            return problem is null;
        }
        catch (JsonException e)
        {
            (node, problem) = (null, JsonReason.Of(e));
            return false;
        }
    }

    internal static bool TryParse(string text, out JsonNode? node)
    {
        return TryParse(Encoding.UTF8.GetBytes(text), out node, out _);
    }

    /// <summary>JSON can escape what is no character; .NET has no text for it.</summary>
    private static bool HasBrokenText(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject value => value.Any(pair => HasBrokenText(pair.Value)),
                JsonArray values => values.Any(HasBrokenText),
                JsonValue value => value.TryGetValue<string>(out var text) && text is null,
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
