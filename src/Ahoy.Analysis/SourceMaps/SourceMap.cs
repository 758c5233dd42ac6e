using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>A source map of revision 3, as far as places go: which line of which source a place was made of.</summary>
internal sealed class SourceMap
{
    /// <summary>Maps longer than this are not read: nothing that is deployed as a Function has one.</summary>
    private const int LongestText = 32 * 1024 * 1024;

    private readonly IReadOnlyList<IReadOnlyList<MapSegment>> _lines;

    private SourceMap(IReadOnlyList<string> sources, IReadOnlyList<IReadOnlyList<MapSegment>> lines)
    {
        Sources = sources;
        _lines = lines;
    }

    /// <summary>The sources as the map names them, with its root before them.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Reads a map; null where it is malformed, or of a form that is not read (one made of sections).</summary>
    public static SourceMap? Parse(string json)
    {
        // JSON is JavaScript. Some servers put a line before it that no script can run.
        json = json.TrimStart('\uFEFF');
        if (json.StartsWith(")]}'", StringComparison.Ordinal))
        {
            json = json.Substring(4);
        }

        if (json.Length > LongestText
            || JavaScriptParser.Parse("(" + json + "\n)", new ParseOptions()) is not { Errors.Count: 0, Root.Body: { Count: 1 } body }
            || body[0] is not ExpressionStatement { Expression: ObjectExpression map }
            || Find(map, "sources") is not ArrayExpression sources
            || Find(map, "mappings") is not StringLiteral mappings)
        {
            return null;
        }

        var root = Find(map, "sourceRoot") is StringLiteral { Value: { Length: > 0 } named } ? named.TrimEnd('/') + "/" : "";
        List<string> names = [.. sources.Elements.Select(source => source is StringLiteral { Value: var name } ? root + name : "")];
        return MapSegment.ReadAll(mappings.Value, names.Count) is { } lines ? new SourceMap(names, lines) : null;
    }

    /// <summary>The last place up to a position whose source is known, with lines and columns from 0; null where there is none, or a later one has no source.</summary>
    /// <param name="line">The line in the compiled file.</param>
    /// <param name="column">The column there.</param>
    /// <param name="firstLine">No place before this line.</param>
    public MappedPlace? FindLast(int line, int column, int firstLine)
    {
        for (var at = Math.Min(line, _lines.Count - 1); at >= Math.Max(0, firstLine); at--)
        {
            MapSegment? found = null;
            foreach (var segment in _lines[at])
            {
                if (at == line && segment.Column > column)
                {
                    break;
                }

                found = segment;
            }

            if (found is { } place)
            {
                return place.Source >= 0 && Sources[place.Source].Length > 0 ? new MappedPlace(at, place.Column, Sources[place.Source], place.OriginalLine, place.OriginalColumn) : null;
            }
        }

        return null;
    }

    private static Node? Find(ObjectExpression map, string name) => map.Properties.OfType<Property>()
        .LastOrDefault(property => !property.Computed && ConstantValues.NameOfKey(property.Key) == name)?.Value;
}
