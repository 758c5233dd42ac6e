using System.Text;
using System.Text.Json;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5020: a Function names a source map that is not there, that nobody can read, or that leads to what its sources don't have: findings and stacks would be told at the wrong lines.</summary>
internal sealed class SourceMapCheck : IBuildCheck
{
    private const string Comment = "# sourceMappingURL=";
    private const string Data = "data:";
    private const string Base64 = ";base64,";

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Folder is not { } project)
        {
            yield break;
        }

        foreach (var content in candidate.Resources)
        {
            if (content.Resource.Kind == ResourceKind.Function
                && Path.Combine(project, content.Resource.File) is var file
                && content.Fact("source-map", () => content.ReadText().Contains(Comment))
                && File.Exists(file)
                && FindProblem(content.ReadText(), file, project) is { } message)
            {
                yield return new Problem("AHOY5020", Severity.Error, message, content.Resource.File);
            }
        }
    }

    private static string? FindProblem(string code, string file, string project)
    {
        var at = code.LastIndexOf(Comment, StringComparison.Ordinal) + Comment.Length;
        var named = new string([.. code.Skip(at).TakeWhile(c => !char.IsWhiteSpace(c))]);
        if (named.StartsWith(Data, StringComparison.Ordinal))
        {
            return Decode(named) is { } inside ? FindLie(inside, "the source map in it", code, Path.GetDirectoryName(file)!, project) : null;
        }

        if (named.Length == 0 || named.Contains("://"))
        {
            return null;
        }

        string map;
        try
        {
            map = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(named)));
            if (!File.Exists(map))
            {
                return $"names the source map '{named}', which is not there: write it with the code ('sourceMap' in tsconfig.json), or leave out the comment that names it";
            }

            return FindLie(File.ReadAllText(map), $"its source map '{named}'", code, Path.GetDirectoryName(map)!, project);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"names the source map '{named}', which can't be read: {e.Message}";
        }
    }

    /// <summary>What is wrong with a map; null where it may be right, or is of a form that nothing here reads.</summary>
    private static string? FindLie(string json, string map, string code, string folder, string project)
    {
        const string Advice = "; compile the code again, so that both are of one piece";
        if (Read(json) is not var (sources, mappings))
        {
            return $"{map} is none: it has no 'sources' and 'mappings' of a map of version 3{Advice}";
        }

        if (mappings is null)
        {
            return null;
        }

        if (MapSegment.ReadAll(mappings, sources.Count) is not { } lines)
        {
            return $"{map} can't be read: its 'mappings' are malformed{Advice}";
        }

        if (lines.Select((segments, line) => (segments, line)).LastOrDefault(item => item.segments.Count > 0) is { segments: not null, line: var last } && last >= CountLines(code))
        {
            return $"{map} lies: it tells of line {last + 1}, and the code has {CountLines(code)}{Advice}";
        }

        foreach (var group in lines.SelectMany(segments => segments).Where(segment => segment.Source >= 0).GroupBy(segment => segment.Source))
        {
            var furthest = group.Max(segment => segment.OriginalLine);
            if (FindSource(sources[group.Key], folder, project) is { } source && CountLines(File.ReadAllText(source)) is var count && furthest >= count)
            {
                return $"{map} lies: it leads to line {furthest + 1} of '{ProjectPath.Relative(project, source)}', which has {count}{Advice}";
            }
        }

        return null;
    }

    /// <summary>The sources, with the root before them, and the mappings; no mappings for a map made of sections. Null for what is no map.</summary>
    private static (IReadOnlyList<string> Sources, string? Mappings)? Read(string json)
    {
        try
        {
            // Some servers put a line before it that no script can run.
            using var document = JsonDocument.Parse(json.StartsWith(")]}'", StringComparison.Ordinal) ? json.Substring(4) : json);
            var map = document.RootElement;
            if (map.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (map.TryGetProperty("sections", out _))
            {
                return ([], null);
            }

            if (!map.TryGetProperty("sources", out var sources) || sources.ValueKind != JsonValueKind.Array
                || !map.TryGetProperty("mappings", out var mappings) || mappings.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var root = map.TryGetProperty("sourceRoot", out var given) && given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 0 } text ? text.TrimEnd('/') + "/" : "";
            return ([.. sources.EnumerateArray().Select(source => source.ValueKind == JsonValueKind.String ? root + source.GetString() : "")], mappings.GetString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Those of the project alone: what a map of a package leads to is nobody's here.
    private static string? FindSource(string source, string folder, string project)
    {
        if (source.Length == 0 || source.Contains("://"))
        {
            return null;
        }

        try
        {
            var path = Path.GetFullPath(Path.Combine(folder, source));
            return ProjectPath.IsBelow(project, path) && File.Exists(path) ? path : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static int CountLines(string text) => text.Count(c => c == '\n') + 1;

    private static string? Decode(string address)
    {
        var at = address.IndexOf(Base64, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(address.Substring(at + Base64.Length)));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
