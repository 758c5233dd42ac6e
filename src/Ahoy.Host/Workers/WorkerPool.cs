using System.Diagnostics;
using Ahoy.Host.Deployments;

namespace Ahoy.Host.Workers;

/// <summary>The workers of one Environment: gives each invocation to a worker, and sees to it that there are as many as it takes.</summary>
/// <remarks>
/// An invocation gets a worker that is idle. Where none is, or enough are busy, one of a Function that has been fast waits in a
/// worker's queue behind another one, so that the worker goes on without a pause; any other waits here until a worker is free
/// or a new one has started. What waits in a worker's queue carries a time until which it may begin: after that the worker gives it back, or,
/// where the worker is stuck, the pool takes it back, and it goes to another worker. A worker sends the answer of one
/// invocation before it begins the next one, so that the pool knows which one runs: it is the first without an answer.
/// </remarks>
internal sealed partial class WorkerPool : IWorkerOwner, IAsyncDisposable
{
    private const int QueueDepth = 32;

    // Where Functions are fast, the gateway and its clients need the processor as well: more workers would only take it from them.
    private static readonly int s_busyEnough = Math.Max(1, Environment.ProcessorCount / 2);

    private static readonly long s_queueTicks = Ticks(TimeSpan.FromMilliseconds(20));
    private static readonly long s_slowHeadTicks = Ticks(TimeSpan.FromMilliseconds(5));

    private readonly WorkerReserve _reserve;
    private readonly WorkerOptions _options;
    private readonly IInvocationLog _log;
    private readonly string _hostModules;
    private readonly Lock _lock = new();
    private readonly List<Worker> _workers = [];
    private readonly List<Worker> _idle = [];
    private readonly LinkedList<Invocation> _pending = [];
    private readonly ITimer _timer;
    private PoolDeployment _deployment;
    private int _starting;
    private bool _isDisposed;

    public WorkerPool(Deployment deployment, WorkerReserve reserve, IInvocationLog log, string hostModules, TimeProvider time)
    {
        _reserve = reserve;
        _options = reserve.Options;
        _executionTicks = Ticks(_options.ExecutionTime);
        _idleTick = _options.LastIdleTime is { } last && last < s_longestIdleTick ? last : s_longestIdleTick;
        _log = log;
        _hostModules = hostModules;
        _deployment = new PoolDeployment(deployment, hostModules);
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives an invocation to a worker, at once or as soon as one can take it.</summary>
    public void Submit(Invocation invocation)
    {
        var now = Stopwatch.GetTimestamp();
        invocation.SubmittedAt = now;
        var actions = default(PoolActions);
        lock (_lock)
        {
            if (_isDisposed)
            {
                actions.Complete(invocation, InvocationOutcome.NoWorker, "The host is stopping.");
            }
            else if (invocation.Function.IsFast && _workers.Count - _idle.Count >= s_busyEnough && FindQueue(now) is { } queue)
            {
                Assign(queue, invocation, now, ref actions);
            }
            else if (_idle.Count > 0)
            {
                var worker = _idle[^1];
                Assign(worker, invocation, now, ref actions);
                if (worker.Load.Sent.Count > 0)
                {
                    _idle.RemoveAt(_idle.Count - 1);
                }
            }
            else if (invocation.Function.IsFast && FindQueue(now) is { } shortQueue)
            {
                Assign(shortQueue, invocation, now, ref actions);
            }
            else
            {
                _pending.AddLast(invocation);
                if (_workers.Count == 0 && _starting == 0)
                {
                    StartWorkers(1);
                }
            }

            RequireTicks();
        }

        actions.Run();
    }

    /// <summary>
    /// Switches to another deployment: what is sent to a worker from now on runs its code. What runs already ends as it began.
    /// </summary>
    public void Switch(Deployment deployment)
    {
        var next = new PoolDeployment(deployment, _hostModules);
        var actions = default(PoolActions);
        lock (_lock)
        {
            _deployment = next;
            foreach (var worker in _workers)
            {
                worker.Load.IsRetired = true;
                if (worker.Load.Sent.Count == 0)
                {
                    actions.Close(worker);
                }
            }

            _idle.Clear();
            if (_workers.Count > 0 || _pending.Count > 0)
            {
                StartWorkers(1);
            }
        }

        actions.Run();
    }

    /// <summary>Starts the first worker before there is an invocation for it, and waits for it.</summary>
    public Task PrepareAsync()
    {
        lock (_lock)
        {
            if (_workers.Count + _starting > 0 || _isDisposed)
            {
                return Task.CompletedTask;
            }

            _starting++;
        }

        return StartWorkerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Worker[] workers;
        var actions = default(PoolActions);
        lock (_lock)
        {
            _isDisposed = true;
            workers = [.. _workers];
            foreach (var invocation in _pending)
            {
                actions.Complete(invocation, InvocationOutcome.NoWorker, "The host is stopping.");
            }

            _pending.Clear();
        }

        actions.Run();
        await _timer.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(workers.Select(EndAsync)).ConfigureAwait(false);
    }

    // Sends an invocation to a worker: at once where it has nothing else to do, else with what comes until it has an answer, to be
    // begun within its time in the queue.
    private void Assign(Worker worker, Invocation invocation, long now, ref PoolActions actions)
    {
        var load = worker.Load;
        var index = load.Deployment!.IndexOf(invocation.Function);
        if (index < 0)
        {
            actions.Complete(invocation, InvocationOutcome.FunctionGone);
            return;
        }

        var isFirst = load.Sent.Count == 0;
        invocation.Address(load.NextId(), index, isFirst ? 0 : now + s_queueTicks);
        load.Sent.Add(invocation);
        worker.Enqueue(invocation.Request.Span);
        if (isFirst)
        {
            load.HeadSince = now;
            actions.Flush(worker);
        }
    }

    // The worker with the shortest queue among those that are getting on with theirs. One without a queue is idle, and taken from
    // those that are: given work here, it would be counted among them still.
    private Worker? FindQueue(long now)
    {
        Worker? best = null;
        foreach (var worker in _workers)
        {
            var load = worker.Load;
            if (!load.IsRetired
                && load.Sent.Count > 0
                && load.Sent.Count < (best?.Load.Sent.Count ?? QueueDepth)
                && now - load.HeadSince < s_slowHeadTicks)
            {
                best = worker;
            }
        }

        return best;
    }

    // A worker has nothing to do: it takes what waits, the fast ones many at once.
    private void MakeIdle(Worker worker, long now, ref PoolActions actions)
    {
        var load = worker.Load;
        if (load.IsRetired)
        {
            actions.Close(worker);
            return;
        }

        while (_pending.First is { } first
            && load.Sent.Count < QueueDepth
            && (load.Sent.Count == 0 || first.Value.Function.IsFast))
        {
            _pending.RemoveFirst();
            Assign(worker, first.Value, now, ref actions);
        }

        if (load.Sent.Count == 0)
        {
            load.IdleSince = now;
            _idle.Add(worker);
        }
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
