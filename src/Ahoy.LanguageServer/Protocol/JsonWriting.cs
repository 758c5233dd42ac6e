using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>Writes what clients are told.</summary>
internal static class JsonWriting
{
    /// <summary>Adds a node. <see cref="JsonArray.Add{T}"/>, which a call would choose, needs code that is generated at run time.</summary>
    public static void AddNode(this JsonArray array, JsonNode? item) => array.Add(item);
}
