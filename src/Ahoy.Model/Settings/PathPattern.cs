using System.Globalization;

namespace Ahoy.Model;

/// <summary>The heading of a section in a settings file: which files it is about.</summary>
/// <remarks>
/// As the compiler reads it: <c>*</c> is anything but a slash, <c>**</c> anything, <c>?</c> one character, <c>[ab]</c> and <c>[!ab]</c> one
/// of these, <c>{a,b}</c> one of these texts, <c>{1..9}</c> a number. A pattern without a slash holds in every folder below the
/// settings file, another one from its folder on. It is no regular expression, because making these costs a process that is just
/// starting more than all the rules of the analyzers do.
/// </remarks>
internal sealed class PathPattern
{
    private const int MaxAlternatives = 256;

    private readonly List<List<PathPatternPart>> _alternatives;

    private PathPattern(List<List<PathPatternPart>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a heading, or gives null where it is not valid: the compiler passes over such a section too.</summary>
    public static PathPattern? Parse(string heading)
    {
        var rooted = heading.IndexOf('/') < 0 ? "**/" + heading : heading[0] == '/' ? heading : "/" + heading;
        var texts = new List<string>();
        if (!Expand(rooted, texts))
        {
            return null;
        }

        var alternatives = new List<List<PathPatternPart>>();
        foreach (var text in texts)
        {
            if (ReadParts(text) is not { } parts)
            {
                return null;
            }

            alternatives.Add(parts);
        }

        return new PathPattern(alternatives);
    }

    /// <summary>Whether a file is meant.</summary>
    /// <param name="path">The path from the settings file's folder on, with forward slashes and a leading one.</param>
    public bool Matches(string path) => _alternatives.Exists(parts => Matches(parts, 0, path, 0));

    /// <summary>Writes each choice in braces out, so that what is left has none but ranges of numbers.</summary>
    private static bool Expand(string pattern, List<string> results)
    {
        var open = IndexOfChoice(pattern, out var close);
        if (open < 0)
        {
            results.Add(pattern);
            return results.Count <= MaxAlternatives;
        }

        if (close < 0)
        {
            return false;
        }

        var before = pattern.Substring(0, open);
        var after = pattern.Substring(close + 1);
        foreach (var choice in SplitChoices(pattern.Substring(open + 1, close - open - 1)))
        {
            if (!Expand(before + choice + after, results))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first brace that opens a choice and the one that closes it; -1 where there is none.</summary>
    private static int IndexOfChoice(string pattern, out int close)
    {
        close = -1;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == '{')
            {
                close = IndexOfClosing(pattern, i);
                if (close < 0 || !TryReadRange(pattern.Substring(i + 1, close - i - 1), out _, out _))
                {
                    return i;
                }

                i = close;
            }
        }

        close = -1;
        return -1;
    }

    private static int IndexOfClosing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> SplitChoices(string choices)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < choices.Length; i++)
        {
            switch (choices[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case ',' when depth == 0:
                    yield return choices.Substring(start, i - start);
                    start = i + 1;
                    break;
            }
        }

        yield return choices.Substring(start);
    }

    private static bool TryReadRange(string text, out int from, out int to)
    {
        from = to = 0;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots > 0
            && int.TryParse(text.Substring(0, dots), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out from)
            && int.TryParse(text.Substring(dots + 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out to);
    }

    private static List<PathPatternPart>? ReadParts(string pattern)
    {
        var parts = new List<PathPatternPart>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' when i + 1 < pattern.Length:
                    parts.Add(PathPatternPart.Literal(pattern[++i]));
                    break;
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    parts.Add(PathPatternPart.Anything);
                    i++;
                    break;
                case '*':
                    parts.Add(PathPatternPart.AnythingButSlash);
                    break;
                case '?':
                    parts.Add(PathPatternPart.OneCharacter);
                    break;
                case '[':
                    var end = pattern.IndexOf(']', i);
                    if (end < 0)
                    {
                        return null;
                    }

                    parts.Add(PathPatternPart.OneOf(pattern.Substring(i + 1, end - i - 1)));
                    i = end;
                    break;
                case '{':
                    var close = IndexOfClosing(pattern, i);
                    TryReadRange(pattern.Substring(i + 1, close - i - 1), out var from, out var to);
                    parts.Add(PathPatternPart.Number(Math.Min(from, to), Math.Max(from, to)));
                    i = close;
                    break;
                default:
                    parts.Add(PathPatternPart.Literal(pattern[i]));
                    break;
            }
        }

        return parts;
    }

    private static bool Matches(List<PathPatternPart> parts, int part, string path, int position)
    {
        for (; part < parts.Count; part++)
        {
            var current = parts[part];
            if (!current.IsVariable)
            {
                if (position >= path.Length || !current.Accepts(path[position]))
                {
                    return false;
                }

                position++;
                continue;
            }

            foreach (var length in current.Lengths(path, position))
            {
                if (Matches(parts, part + 1, path, position + length))
                {
                    return true;
                }
            }

            return false;
        }

        return position == path.Length;
    }
}
