using System.Globalization;
using Ahoy.Host.Development;

namespace Ahoy.Cli.Offline;

/// <summary>Says what was wrong with a message or call: Twilio's code, the Function at fault, and its line where the Function threw.</summary>
internal sealed class FailureReport
{
    private readonly OfflineClient _client;
    private readonly long _begin;

    private FailureReport(OfflineClient client, long begin) => (_client, _begin) = (client, begin);

    /// <summary>Takes note of what has happened already. It is none of what is about to begin.</summary>
    public static async Task<FailureReport> BeginAsync(OfflineClient client, CancellationToken cancellation) =>
        new(client, await client.LastSequenceAsync(cancellation).ConfigureAwait(false));

    /// <summary>Writes what was wrong.</summary>
    /// <param name="sid">The message or call.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether something failed.</returns>
    public async Task<bool> WriteAsync(string sid, TextWriter output, CancellationToken cancellation)
    {
        var alerts = (await _client.AlertsAsync(_begin, cancellation).ConfigureAwait(false)).Where(a => a.Sid == sid).ToArray();
        if (alerts.Length == 0)
        {
            return false;
        }

        var lines = await _client.LogsAsync(_begin, cancellation).ConfigureAwait(false);
        var told = alerts.Select(Describe).Concat(lines.Where(l => IsError(l) && alerts.Any(a => a.Function == l.Function)).Select(l => "  " + Describe(l)));

        // A document that redirects to itself says the same again each time.
        foreach (var (text, times) in told.CountBy(text => text))
        {
            await output.WriteLineAsync(times == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} ({times} times)")).ConfigureAwait(false);
        }

        return alerts.Any(a => a.IsFailure);
    }

    /// <summary>Whether a line is an error of a Function's.</summary>
    public static bool IsError(LogItem line) => line.Function is not null && line.Level.Equals("error", StringComparison.OrdinalIgnoreCase);

    /// <summary>An alert on one line.</summary>
    public static string Describe(AlertItem alert) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(alert.IsFailure ? "Error" : "Warning")} {alert.Code}{(alert.Function is null ? "" : $" in {alert.Function}")}: {alert.Message}");

    /// <summary>A Function's error on one line: what it says, and where it was thrown.</summary>
    public static string Describe(LogItem line)
    {
        // The first frame that names a file is the user's own, or the package's that the user called.
        var place = StackFrame.Parse(line.Message).FirstOrDefault(f => f.File is not null && !f.File.Contains("node_modules", StringComparison.Ordinal));
        var text = line.Message.Split('\n')[0].TrimEnd();
        return place is null ? text : string.Create(CultureInfo.InvariantCulture, $"{text} ({ShortPath(place.File!)}, line {place.Line})");
    }

    private static string ShortPath(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
