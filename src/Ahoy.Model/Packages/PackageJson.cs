using System.Text.Json;

namespace Ahoy.Model;

/// <summary>Reads JSON that npm wrote, with one clear error where it is broken.</summary>
internal static class PackageJson
{
    public static JsonDocument Parse(string json, string fileName)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json.TrimStart('\uFEFF'));
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? -1) + 1;
            var reason = e.Message;
            var position = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new PackageManifestException(
                fileName, line, $"not valid JSON: {(position > 0 ? reason.Substring(0, position) : reason)}", e);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw new PackageManifestException(fileName, 1, "not a JSON object");
        }

        return document;
    }
}
