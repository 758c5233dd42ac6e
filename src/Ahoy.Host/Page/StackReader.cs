using Ahoy.Host.Development;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Page;

/// <summary>Finds the stack of a Function's error among its lines, and the lines of source that it names.</summary>
internal sealed class StackReader
{
    private const int LinesAround = 4;
    private const int MostFrames = 50;
    private const long LargestFile = 2 * 1024 * 1024;

    /// <summary>The stack of the first error that has one.</summary>
    public IReadOnlyList<StackItem> Read(ServedEnvironment served, IReadOnlyList<OutputEntry> lines)
    {
        var frames = lines.Where(line => line.Level == OutputLevel.Error).Select(line => StackFrame.Parse(line.Message)).FirstOrDefault(found => found.Count > 0) ?? [];
        return [.. frames.Take(MostFrames).Select(frame => frame.IsOf(served.WorkingFolder) ? Own(served, frame) : new StackItem(frame.Text, null, null, 0, null))];
    }

    private static StackItem Own(ServedEnvironment served, StackFrame frame) => new(
        frame.Text,
        Path.GetRelativePath(served.WorkingFolder, frame.File!).Replace('\\', '/'),
        served.IsDevelopment ? frame.File : null,
        frame.Line,
        Around(frame));

    private static List<SourceLine>? Around(StackFrame frame)
    {
        try
        {
            if (new FileInfo(frame.File!).Length > LargestFile)
            {
                return null;
            }

            var lines = File.ReadAllLines(frame.File!);
            var first = Math.Max(1, frame.Line - LinesAround);
            var last = Math.Min(lines.Length, frame.Line + LinesAround);
            return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => new SourceLine(i, lines[i - 1]))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A source map may name a file that is not here.
            return null;
        }
    }
}
