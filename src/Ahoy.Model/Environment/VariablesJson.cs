using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ahoy.Model;

/// <summary>All variables of an Environment as one JSON object, which is what their common limit counts. Page: Environment Variables.</summary>
public static class VariablesJson
{
    /// <summary>Their size in bytes of UTF-8, written as JavaScript writes JSON: only what must be escaped is.</summary>
    public static int Size(IEnumerable<KeyValuePair<string, string>> variables)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var variable in variables)
            {
                json.WriteString(variable.Key, variable.Value);
            }

            json.WriteEndObject();
        }

        return (int)buffer.Length;
    }
}
