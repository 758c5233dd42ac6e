namespace Ahoy.Model;

/// <summary>A lock file that is YAML: all of its values are texts.</summary>
internal static class LockYaml
{
    public static Dictionary<string, object?> Parse(string yaml, string fileName)
    {
        try
        {
            return YamlReader.Parse(yaml, isTyped: false) as Dictionary<string, object?>
                ?? throw new PackageManifestException(fileName, 1, "is no lock file: keys with values are expected");
        }
        catch (YamlException e)
        {
            throw new PackageManifestException(fileName, e.Line, $"not valid YAML: {e.Message}", e);
        }
    }

    public static Dictionary<string, object?>? Map(Dictionary<string, object?> values, string key) =>
        values.TryGetValue(key, out var value) ? value as Dictionary<string, object?> : null;

    public static string? Text(Dictionary<string, object?> values, string key) =>
        values.TryGetValue(key, out var value) ? value as string : null;
}
