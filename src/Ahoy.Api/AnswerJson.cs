using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ahoy.Api;

/// <summary>
/// How answers of the type <c>application/json</c> are written: as JavaScript writes them, with only those characters escaped that JSON escapes. Such an
/// answer is never a part of a page, which is what the escaping of more is for.
/// </summary>
public static class AnswerJson
{
    /// <summary>The options of a writer.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as the bytes of an answer.</summary>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            JsonSerializer.Serialize(json, value, type);
        }

        return buffer.ToArray();
    }
}
