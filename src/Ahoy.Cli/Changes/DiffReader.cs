using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Cli.Changes;

/// <summary>Reads git's diffs without context: the lines of each file that are not as they were.</summary>
internal static partial class DiffReader
{
    private const string File = "+++ ";
    private const string Prefix = "b/";

    /// <summary>The lines that have changed, by the file's path in the repository. Where lines were taken out, it is those around the gap.</summary>
    public static Dictionary<string, List<(int First, int Last)>> Read(string diff)
    {
        var changed = new Dictionary<string, List<(int First, int Last)>>(StringComparer.Ordinal);
        List<(int First, int Last)>? ranges = null;
        var left = 0;
        foreach (var line in diff.Split('\n'))
        {
            // What stands in a hunk may look like a header.
            if (left > 0 && line is ['+' or '-', ..])
            {
                left--;
            }
            else if (line.StartsWith(File, StringComparison.Ordinal))
            {
                changed[PathOf(line[File.Length..])] = ranges = [];
            }
            else if (Hunk().Match(line) is { Success: true } hunk)
            {
                var (first, added) = (Number(hunk.Groups[2], 0), Number(hunk.Groups[3], 1));
                left = Number(hunk.Groups[1], 1) + added;
                ranges?.Add(added > 0 ? (first, first + added - 1) : (first, first + 1));
            }
        }

        return changed;
    }

    private static int Number(Group group, int otherwise) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : otherwise;

    // With a tab behind it where it has a space in it, and quoted as in C where it has what a line can't hold.
    private static string PathOf(string written)
    {
        var path = written.TrimEnd('\t', '\r');
        if (path is ['"', .., '"'])
        {
            path = Unquote(path[1..^1]);
        }

        return path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : path;
    }

    private static string Unquote(string quoted)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] != '\\' || i + 1 == quoted.Length)
            {
                var length = char.IsHighSurrogate(quoted[i]) && i + 1 < quoted.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(quoted.Substring(i, length)));
                i += length - 1;
            }
            else if (quoted[i + 1] is >= '0' and <= '3' && i + 3 < quoted.Length)
            {
                bytes.Add((byte)(((quoted[i + 1] - '0') << 6) + ((quoted[i + 2] - '0') << 3) + (quoted[i + 3] - '0')));
                i += 3;
            }
            else
            {
                i++;
                bytes.Add((byte)(quoted[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', var other => other }));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")]
    private static partial Regex Hunk();
}
