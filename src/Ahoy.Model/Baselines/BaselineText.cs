using System.Globalization;
using System.Text;

namespace Ahoy.Model;

/// <summary>The format of a baseline.</summary>
internal static class BaselineText
{
    private const int Version = 1;

    public static string Write(IReadOnlyList<BaselineEntry> entries)
    {
        var text = new StringBuilder("{\n  \"version\": ").Append(Version.ToString(CultureInfo.InvariantCulture)).Append(",\n  \"findings\": [");
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i == 0 ? "\n    { " : ",\n    { ");
            WriteProperty(text, "file", entries[i].File).Append(", ");
            WriteProperty(text, "rule", entries[i].Rule).Append(", ");
            WriteProperty(text, "fingerprint", entries[i].Fingerprint).Append(", ");
            WriteProperty(text, "message", entries[i].Message).Append(" }");
        }

        return text.Append(entries.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    public static IEnumerable<BaselineEntry> Read(string text)
    {
        if (ConflictMarkers.FindLine(text) is { } line)
        {
            throw new BaselineException(
                line, "the baseline is in the middle of a merge: git's conflict markers stand in it. Keep the lines of both sides, then run `ahoy check` with --update-baseline");
        }

        object? root;
        try
        {
            root = Json5Reader.Parse(text);
        }
        catch (Json5Exception e)
        {
            throw new BaselineException(e.Line, $"the baseline is no JSON: {e.Message}");
        }

        if (root is not Dictionary<string, object?> baseline || !baseline.TryGetValue("version", out var version) || version is not double number)
        {
            throw Invalid("it has no version");
        }

        if (number > Version)
        {
            throw new BaselineException(
                0, $"the baseline is of version {number.ToString(CultureInfo.InvariantCulture)}, and this Ahoy reads version {Version} only: update Ahoy, or the package Ahoy.Sdk");
        }

        return number == Version && baseline.TryGetValue("findings", out var findings) && findings is List<object?> list
            ? [.. list.Select(Read)]
            : throw Invalid("it has no findings");
    }

    private static BaselineEntry Read(object? entry) =>
        entry is Dictionary<string, object?> properties
        && TextOf(properties, "file") is { } file
        && TextOf(properties, "rule") is { } rule
        && TextOf(properties, "fingerprint") is { } fingerprint
            ? new BaselineEntry(file, rule, fingerprint, TextOf(properties, "message") ?? "")
            : throw Invalid("one of its findings has no file, rule or fingerprint");

    private static string? TextOf(Dictionary<string, object?> properties, string name) =>
        properties.TryGetValue(name, out var value) ? value as string : null;

    private static BaselineException Invalid(string why) =>
        new(0, $"this is no baseline of Ahoy: {why}. Delete it, and `ahoy check` with --update-baseline writes it anew");

    private static StringBuilder WriteProperty(StringBuilder text, string name, string value)
    {
        text.Append('"').Append(name).Append("\": \"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            {
                // Half a pair could not be written at all.
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append('"');
    }
}
