using Ahoy.Host.Logs;

namespace Ahoy.Host.Workers;

/// <summary>Starts workers: a process, then its connection, or the reason why there is none.</summary>
internal sealed class WorkerStarter : IWorkerStarter
{
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ProcessGuard _guard = new();
    private readonly Lazy<WorkerListener> _listener = new(() => new WorkerListener());

    public WorkerStarter(WorkerOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    public WorkerOptions Options => _options;

    public async Task<IWorker> StartAsync()
    {
        using var activity = HostTelemetry.Source.StartActivity("worker start");
        var start = _time.GetTimestamp();
        var token = Guid.NewGuid().ToString("N");
        var listener = _listener.Value;
        var connected = listener.ExpectAsync(token);
        var process = WorkerProcess.Start(_options, listener.Address, token, _time);
        _guard.Add(process);
        try
        {
            using var cancelled = new CancellationTokenSource();
            var late = Task.Delay(_options.StartTime, _time, cancelled.Token);
            var first = await Task.WhenAny(connected, process.Exited, late).ConfigureAwait(false);
            await cancelled.CancelAsync().ConfigureAwait(false);
            if (first == connected)
            {
                HostTelemetry.WorkerStarts.Record(_time.GetElapsedTime(start).TotalMilliseconds);
                HostTelemetry.Workers.Add(1);
                _ = process.Exited.ContinueWith(static _ => HostTelemetry.Workers.Add(-1), TaskScheduler.Default);
                return new Worker(process, await connected.ConfigureAwait(false));
            }

            throw await ExplainAsync(process, hasExited: first == process.Exited).ConfigureAwait(false);
        }
        finally
        {
            listener.Forget(token);
        }
    }

    public void Dispose()
    {
        if (_listener.IsValueCreated)
        {
            _listener.Value.Dispose();
        }

        _guard.Dispose();
    }

    private async Task<WorkerStartException> ExplainAsync(WorkerProcess process, bool hasExited)
    {
        if (!hasExited)
        {
            process.Kill();
            return new WorkerStartException($"The worker did not connect within {_options.StartTime.TotalSeconds:0} s of its start.");
        }

        if (await NodeVersion.ExplainAsync(_options.NodePath).ConfigureAwait(false) is { } explanation)
        {
            return new WorkerStartException(explanation);
        }

        var errors = await process.ReadErrorsAsync().ConfigureAwait(false);
        return new WorkerStartException($"The worker ended with code {process.ExitCode} at its start: {errors}");
    }
}
