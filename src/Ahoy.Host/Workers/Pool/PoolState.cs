namespace Ahoy.Host.Workers.Pool;

/// <summary>
/// All that a pool of workers decides: it is told what happened and at what time, and says what is to be done. It knows no lock, no clock
/// and no process: whoever has one calls it from one thread at a time, and performs its <see cref="Actions"/> after each call.
/// </summary>
/// <remarks>
/// An invocation gets a worker that is idle. Where none is, or enough are busy, one of a Function that has been fast waits in a
/// worker's queue behind another one, so that the worker goes on without a pause; any other waits here until a worker is free
/// or a new one has started. What waits in a worker's queue carries a time until which it may begin: after that the worker gives it back, or,
/// where the worker is stuck, the pool takes it back, and it goes to another worker. A worker sends the answer of one
/// invocation before it begins the next one, so that the pool knows which one runs: it is the first without an answer.
/// <para>What happens is told by the methods of <c>PoolState.Events.cs</c>; what is done by the clock stands in <c>PoolState.Supervision.cs</c>.</para>
/// </remarks>
internal sealed partial class PoolState
{
    private const string Stopping = "The host is stopping.";

    private readonly PoolSettings _settings;
    private readonly List<PoolWorker> _workers = [];
    private readonly List<PoolWorker> _idle = [];
    private readonly List<Invocation> _waiting = [];
    private WorkerSetup _setup;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private long _memoryMeasuredAt;
    private bool _isDisposed;

    public PoolState(PoolSettings settings, WorkerSetup setup)
    {
        _settings = settings;
        _setup = setup;
    }

    /// <summary>What is to be done, in order; whoever performs it empties the list.</summary>
    public List<PoolAction> Actions { get; } = [];

    /// <summary>The workers that are connected: the idle, the busy, and the retired that have not ended yet.</summary>
    public IReadOnlyList<PoolWorker> Workers => _workers;

    /// <summary>Those that have nothing to do and can be given work.</summary>
    public IReadOnlyList<PoolWorker> Idle => _idle;

    /// <summary>What is with no worker, in the order it is given to one.</summary>
    public IReadOnlyList<Invocation> Waiting => _waiting;

    /// <summary>How many workers are being started.</summary>
    public int Starting { get; private set; }

    // Sends an invocation to a worker: at once where it has nothing else to do, else with what comes until it has an answer, to be
    // begun within its time in the queue.
    private void Send(PoolWorker worker, Invocation invocation, long now)
    {
        var index = worker.Setup!.IndexOf(invocation.Function);
        if (index < 0)
        {
            Actions.Add(PoolAction.Fail(invocation, InvocationOutcome.FunctionGone));
            return;
        }

        var isFirst = worker.Sent.Count == 0;
        invocation.Id = worker.NextId();
        invocation.StartBefore = isFirst ? 0 : now + _settings.QueueTime;
        worker.Sent.Add(invocation);
        Actions.Add(PoolAction.Send(worker, invocation, index));
        if (isFirst)
        {
            worker.HeadSince = now;
            Actions.Add(PoolAction.Flush(worker));
        }
    }

    // The worker with the shortest queue among those that are getting on with theirs. One without a queue is idle, and taken from
    // those that are: given work here, it would be counted among them still.
    private PoolWorker? FindQueue(long now)
    {
        PoolWorker? best = null;
        foreach (var worker in _workers)
        {
            if (!worker.IsRetired
                && worker.Sent.Count > 0
                && worker.Sent.Count < (best?.Sent.Count ?? _settings.QueueDepth)
                && now - worker.HeadSince < _settings.SlowHeadTime)
            {
                best = worker;
            }
        }

        return best;
    }

    // A worker has nothing to do: it takes what waits, the fast ones many at once.
    private void GiveWork(PoolWorker worker, long now)
    {
        if (worker.IsRetired)
        {
            Actions.Add(PoolAction.Close(worker));
            return;
        }

        while (_waiting.Count > 0
            && worker.Sent.Count < _settings.QueueDepth
            && (worker.Sent.Count == 0 || _waiting[0].Function.IsFast))
        {
            var invocation = _waiting[0];
            _waiting.RemoveAt(0);
            Send(worker, invocation, now);
        }

        if (worker.Sent.Count == 0)
        {
            worker.IdleSince = now;
            _idle.Add(worker);
        }
    }

    private void GiveWorkToIdle(long now)
    {
        while (_waiting.Count > 0 && _idle.Count > 0)
        {
            var worker = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            GiveWork(worker, now);
        }
    }

    // What a worker did not come to waits again, at the place that it had by its age. At the end of a pool no worker comes for it.
    private void WaitAgain(Invocation invocation)
    {
        if (_isDisposed)
        {
            Actions.Add(PoolAction.Fail(invocation, InvocationOutcome.NoWorker, Stopping));
            return;
        }

        var place = _waiting.FindIndex(other => other.SubmittedAt > invocation.SubmittedAt);
        _waiting.Insert(place < 0 ? _waiting.Count : place, invocation);
    }

    private void FailWaiting(string text)
    {
        foreach (var invocation in _waiting)
        {
            Actions.Add(PoolAction.Fail(invocation, InvocationOutcome.NoWorker, text));
        }

        _waiting.Clear();
    }

    private void Retire(PoolWorker worker)
    {
        worker.IsRetired = true;
        _idle.Remove(worker);
    }

    private void Kill(PoolWorker worker, InvocationOutcome reason)
    {
        worker.KilledFor = reason;
        Retire(worker);
        Actions.Add(PoolAction.Kill(worker));
    }

    private void Start(int count)
    {
        for (var i = 0; i < count && Starting < _settings.StartsAtOnce && CountInUse() + Starting < _settings.MaxWorkers; i++)
        {
            Starting++;
            Actions.Add(PoolAction.Start());
        }
    }

    private int CountInUse()
    {
        var count = 0;
        foreach (var worker in _workers)
        {
            count += worker.IsRetired ? 0 : 1;
        }

        return count;
    }
}
