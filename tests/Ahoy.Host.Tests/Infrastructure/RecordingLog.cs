using System.Collections.Concurrent;
using Ahoy.Host.Logs;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordingLog : ILogSink
{
    private readonly ConcurrentQueue<OutputEntry> _outputs = new();
    private readonly ConcurrentQueue<RequestEntry> _requests = new();

    public IReadOnlyCollection<OutputEntry> Outputs => _outputs;

    public IReadOnlyCollection<RequestEntry> Requests => _requests;

    public void Write(in OutputEntry entry) => _outputs.Enqueue(entry);

    public void Write(in RequestEntry entry) => _requests.Enqueue(entry);

    /// <summary>Waits for a line that a Function printed.</summary>
    public Task<OutputEntry> WaitForOutputAsync(Func<OutputEntry, bool> isWanted) =>
        Eventually.FindAsync(() => _outputs.Where(isWanted).Cast<OutputEntry?>().FirstOrDefault());

    /// <summary>Waits for the line of a request.</summary>
    public Task<RequestEntry> WaitForRequestAsync(Func<RequestEntry, bool> isWanted) =>
        Eventually.FindAsync(() => _requests.Where(isWanted).Cast<RequestEntry?>().FirstOrDefault());
}
