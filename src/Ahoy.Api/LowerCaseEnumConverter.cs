using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ahoy.Api;

/// <summary>Enumerations as the API writes them, in lower case; its documentation shows upper case, so that either is read.</summary>
internal sealed class LowerCaseEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, JsonEncodedText> s_names =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonEncodedText.Encode(v.ToString().ToLowerInvariant()));

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && s_names.ContainsKey(value)
            ? value
            : throw new JsonException($"'{text}' is no {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(s_names[value]);
}
