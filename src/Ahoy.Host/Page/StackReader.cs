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
        var (frames, at) = lines.Where(line => line.Level == OutputLevel.Error).Select(line => (Frames: StackFrame.Parse(line.Message), line.Time)).FirstOrDefault(found => found.Frames.Count > 0);
        return [.. (frames ?? []).Take(MostFrames).Select(frame => frame.IsOf(served.WorkingFolder) ? Own(served, frame, at) : new StackItem(frame.Text, null, null, 0, null))];
    }

    private static StackItem Own(ServedEnvironment served, StackFrame frame, DateTimeOffset at) => new(
        frame.Text,
        Path.GetRelativePath(served.WorkingFolder, frame.File!).Replace('\\', '/'),
        served.IsDevelopment ? frame.File : null,
        frame.Line,
        Around(frame, at));

    private static List<SourceLine>? Around(StackFrame frame, DateTimeOffset at)
    {
        try
        {
            // What was written since is not what failed.
            if (new FileInfo(frame.File!) is var file && (file.Length > LargestFile || file.LastWriteTimeUtc > at.UtcDateTime))
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
