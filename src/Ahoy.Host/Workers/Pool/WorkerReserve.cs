namespace Ahoy.Host.Workers.Pool;

/// <summary>Where pools get workers: keeps one started, which belongs to no Service yet, so that the next pool need not wait.</summary>
internal sealed class WorkerReserve : IWorkerSource, IAsyncDisposable
{
    // A new spare is started once things are quiet: in a burst the processor has better things to do.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(400);

    private readonly IWorkerStarter _starter;
    private readonly Lock _lock = new();
    private readonly ITimer? _refill;
    private Task<IWorker>? _spare;
    private int _given;
    private bool _isDisposed;

    public WorkerReserve(IWorkerStarter starter, TimeProvider time)
    {
        _starter = starter;
        if (starter.Options.KeepsSpare)
        {
            _refill = time.CreateTimer(_ => Prepare(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public WorkerOptions Options => _starter.Options;

    public bool HasManyWorkers => Volatile.Read(ref _given) > Options.ManyWorkers;

    /// <summary>Starts the spare worker, if there is none.</summary>
    public void Prepare()
    {
        lock (_lock)
        {
            if (_spare is null && !_isDisposed && Options.KeepsSpare)
            {
                _spare = Task.Run(_starter.StartAsync);
                _ = _spare.ContinueWith(static t => _ = t.Exception, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Waits for the spare worker, where one is being started.</summary>
    /// <exception cref="WorkerStartException">It could not be started.</exception>
    public Task WhenPreparedAsync()
    {
        lock (_lock)
        {
            return _spare ?? Task.CompletedTask;
        }
    }

    public async Task<IWorker> TakeAsync()
    {
        Task<IWorker>? spare;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            spare = _spare;
            _spare = null;
            _refill?.Change(s_quiet, Timeout.InfiniteTimeSpan);
        }

        if (spare is not null)
        {
            var worker = await spare.ConfigureAwait(false);
            if (!worker.Exited.IsCompleted)
            {
                return Count(worker);
            }
        }

        return Count(await _starter.StartAsync().ConfigureAwait(false));
    }

    private IWorker Count(IWorker worker)
    {
        Interlocked.Increment(ref _given);
        _ = worker.Exited.ContinueWith(_ => Interlocked.Decrement(ref _given), TaskScheduler.Default);
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        Task<IWorker>? spare;
        lock (_lock)
        {
            _isDisposed = true;
            spare = _spare;
            _spare = null;
        }

        if (_refill is not null)
        {
            await _refill.DisposeAsync().ConfigureAwait(false);
        }

        if (spare is not null)
        {
            await spare.ContinueWith(
                static t =>
                {
                    if (t.IsCompletedSuccessfully)
                    {
                        t.Result.Kill();
                    }
                },
                TaskScheduler.Default).ConfigureAwait(false);
        }

        _starter.Dispose();
    }
}
