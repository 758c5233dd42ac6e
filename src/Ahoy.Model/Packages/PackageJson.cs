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
            throw new PackageManifestException(fileName, line, $"not valid JSON: {JsonReason.Of(e)}", e);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw new PackageManifestException(fileName, 1, "not a JSON object");
        }

        return document;
    }
}
