namespace Ahoy.Host.Workers.Pool;

/// <summary>A pool's worker with its process and its connection, whose events it passes on to the pool.</summary>
internal sealed class ConnectedWorker : PoolWorker, IWorkerEvents
{
    private readonly WorkerPool _pool;
    private readonly TaskCompletionSource _ended = new();
    private List<Invocation> _replied = [];
    private List<Invocation>? _spare = [];

    public ConnectedWorker(WorkerPool pool, IWorker worker)
    {
        _pool = pool;
        Worker = worker;
        worker.Connect(this);
    }

    public IWorker Worker { get; }

    /// <summary>Ends once the worker's process has, and what it ran is answered.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Keeps an invocation that has its reply until all that has arrived is read.</summary>
    public void Keep_NeedsLock(Invocation invocation) => _replied.Add(invocation);

    /// <summary>What was kept, for the caller alone, who gives the list back; null where there is nothing.</summary>
    public List<Invocation>? TakeReplied_NeedsLock()
    {
        if (_replied.Count == 0)
        {
            return null;
        }

        var replied = _replied;
        _replied = _spare ?? [];
        _spare = null;
        return replied;
    }

    public void GiveBack_NeedsLock(List<Invocation> replied) => _spare = replied;

    public void NoteEnd() => _ended.TrySetResult();

    void IWorkerEvents.OnFrame(byte kind, ReadOnlySpan<byte> content) => _pool.OnFrame(this, kind, content);

    void IWorkerEvents.OnDrained() => _pool.OnDrained(this);

    void IWorkerEvents.OnClosed(string? reason) => _pool.OnClosed(this, reason);
}
