using Ahoy.Deploy.Client;
using Ahoy.Api;

namespace Ahoy.Cli.Logs;

/// <summary>Reads a log again and again, and gives each line once: the platform's order is not to be relied on.</summary>
internal sealed class LogReader(ServerlessClient client, string serviceSid, string environmentSid, string? functionSid, TimeProvider time, int remembered = LogReader.DefaultRemembered)
{
    /// <summary>How many lines are remembered, so that none is given twice.</summary>
    public const int DefaultRemembered = 5_000;

    // Lines come late: those of the last minute are asked for each time.
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private DateTimeOffset _newest = time.GetUtcNow();

    /// <summary>The last lines, oldest first.</summary>
    public async Task<IReadOnlyList<LogResource>> ReadFirstAsync(int limit, CancellationToken cancellation)
    {
        var lines = await client.Logs.ListAsync(serviceSid, environmentSid, functionSid, from: null, to: null, cancellation)
            .Take(limit)
            .ToListAsync(cancellation)
            .ConfigureAwait(false);
        return TakeNew(lines);
    }

    /// <summary>The lines that have come since, oldest first.</summary>
    public async Task<IReadOnlyList<LogResource>> ReadNextAsync(CancellationToken cancellation)
    {
        var lines = await client.Logs.ListAsync(serviceSid, environmentSid, functionSid, _newest - s_overlap, to: null, cancellation)
            .ToListAsync(cancellation)
            .ConfigureAwait(false);
        return TakeNew(lines);
    }

    public Task PauseAsync(CancellationToken cancellation) => Task.Delay(s_pause, time, cancellation);

    private List<LogResource> TakeNew(List<LogResource> newestFirst)
    {
        var result = new List<LogResource>();
        foreach (var line in Enumerable.Reverse(newestFirst).Where(l => _seen.Add(l.Sid)))
        {
            result.Add(line);
            _order.Enqueue(line.Sid);
            _newest = line.DateCreated > _newest ? line.DateCreated : _newest;
        }

        while (_order.Count > remembered)
        {
            _seen.Remove(_order.Dequeue());
        }

        return result;
    }
}
