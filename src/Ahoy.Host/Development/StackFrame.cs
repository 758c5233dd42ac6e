using System.Globalization;
using System.Text.RegularExpressions;

namespace Ahoy.Host.Development;

/// <summary>A line of a JavaScript stack trace.</summary>
/// <param name="Text">The line.</param>
/// <param name="File">The file, or null where it names none.</param>
/// <param name="Line">The line in the file, from 1.</param>
internal sealed partial record StackFrame(string Text, string? File, int Line)
{
    /// <summary>Reads the frames of a stack trace; what comes before the first is left out.</summary>
    public static IReadOnlyList<StackFrame> Parse(string stack) => stack
        .Split('\n')
        .Select(l => l.Trim())
        .Where(l => l.StartsWith("at ", StringComparison.Ordinal))
        .Select(l => Read(WithoutRest(l)))
        .ToList();

    /// <summary>Whether the file is the project's own: below its folder, and of no package.</summary>
    public bool IsOf(string projectFolder) =>
        File is not null
        && File.StartsWith(projectFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !File.Contains("node_modules", StringComparison.Ordinal);

    // Node writes an error's own properties behind its last frame, and an answer in JSON ends there.
    private static string WithoutRest(string line) => line.EndsWith(" {", StringComparison.Ordinal) ? line[..^2] : line.TrimEnd('"', '}');

    private static StackFrame Read(string line)
    {
        var match = Place().Match(line);
        return match.Success
            ? new StackFrame(line, match.Groups["file"].Value, int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))
            : new StackFrame(line, null, 0);
    }

    [GeneratedRegex(@"(?:\(|at )(?:file://)?(?<file>/[^()]*|[A-Za-z]:[^()]*):(?<line>\d+):\d+\)?$")]
    private static partial Regex Place();
}
