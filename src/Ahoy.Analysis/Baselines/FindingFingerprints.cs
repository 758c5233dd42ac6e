using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Baselines;

/// <summary>What the findings of a file are known by in a baseline: the line that is reported, not its number.</summary>
internal static class FindingFingerprints
{
    // A minified file is one line, of which the nearest surroundings tell enough.
    private const int LongLine = 400;
    private const int Around = 100;

    // A `return;` or a brace says little by itself: what stands above it tells which it is.
    private const int ShortLine = 16;

    /// <summary>The fingerprints of findings.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="file">The file, relative to the project, with forward slashes.</param>
    /// <param name="findings">All that was found and is not suppressed, in the order of the source: of those left out, equal ones could not be told apart.</param>
    public static IReadOnlyList<string> Of(SourceFile source, string file, IEnumerable<Finding> findings)
    {
        var fingerprints = new Fingerprints(file.Replace('\\', '/'));
        return [.. findings.Select(finding => fingerprints.Next(finding.Rule.Id, TextOf(source, finding)))];
    }

    private static string TextOf(SourceFile source, Finding finding)
    {
        if (finding.WholeFile)
        {
            return "";
        }

        var line = source.Lines.PositionOf(finding.Start).Line;
        var start = source.Lines.StartOf(line);
        var end = line + 1 < source.Lines.Count ? source.Lines.StartOf(line + 1) : source.Text.Length;
        if (end - start > LongLine)
        {
            (start, end) = (Math.Max(start, finding.Start - Around), Math.Min(end, finding.Start + Around));
        }

        var text = source.Text.Substring(start, end - start);
        return text.Trim().Length < ShortLine ? LineAbove(source, line) + text : text;
    }

    private static string LineAbove(SourceFile source, int line)
    {
        while (--line >= 0)
        {
            var start = source.Lines.StartOf(line);
            var text = source.Text.Substring(start, Math.Min(source.Lines.StartOf(line + 1) - start, LongLine));
            if (text.Trim().Length > 0)
            {
                return text;
            }
        }

        return "";
    }
}
