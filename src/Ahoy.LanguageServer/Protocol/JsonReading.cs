using System.Text.Json;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>Reads what clients send: what is missing or of another kind is null, so that an odd client is told instead of failing.</summary>
internal static class JsonReading
{
    /// <summary>A member, by a path of names; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>A text; null where it is none.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>A whole number; null where it is none.</summary>
    public static int? Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    /// <summary>Whether it is <c>true</c>.</summary>
    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A text that a request can't do without.</summary>
    /// <exception cref="RequestException">It is missing.</exception>
    public static string Required(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.At(names).Text() ?? throw new RequestException(ErrorCodes.InvalidParams, $"'{string.Join('.', names.ToArray())}' is missing.");
}
