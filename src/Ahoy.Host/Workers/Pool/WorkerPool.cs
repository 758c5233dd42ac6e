using System.Diagnostics;
using System.Runtime.InteropServices;
using Ahoy.Host.Environments;

namespace Ahoy.Host.Workers.Pool;

/// <summary>
/// The workers of one Environment: gives each invocation to a worker, and sees to it that there are as many as it takes. What to do is decided
/// by a <see cref="PoolState"/>; this tells it under a lock what happens, and does what it says.
/// </summary>
/// <remarks>
/// What must keep the order of the decisions is done under the lock, and only touches memory: adding a frame to what is sent, keeping a reply,
/// setting the timer. All else waits until the lock is free, so that nothing that takes time, and no code of others, ever runs under it.
/// </remarks>
internal sealed partial class WorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan s_endTime = TimeSpan.FromSeconds(2);

    private readonly IWorkerSource _source;
    private readonly IInvocationLog _log;
    private readonly string _hostModules;
    private readonly TimeProvider _time;
    private readonly double _tickMilliseconds;
    private readonly PoolState _state;
    private readonly ITimer _timer;

    // Not a Lock: Coyote, which runs the schedules of the tests, knows monitors only.
    private readonly object _lock = new();
    private Task _lastExit = Task.CompletedTask;

    public WorkerPool(ServedEnvironment served, IWorkerSource source, IInvocationLog log, string hostModules, TimeProvider time)
    {
        _source = source;
        _log = log;
        _hostModules = hostModules;
        _time = time;
        _tickMilliseconds = 1000.0 / time.TimestampFrequency;
        _state = new PoolState(
            PoolSettings.Create(source.Options, time.TimestampFrequency, Environment.ProcessorCount), new WorkerSetup(served, hostModules, source.Options));
        _timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives an invocation to a worker, at once or as soon as one can take it.</summary>
    public void Submit(Invocation invocation)
    {
        var now = _time.GetTimestamp();
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Submit(invocation, now);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    /// <summary>
    /// Switches to another served Environment: what is sent to a worker from now on runs its code. What runs already ends as it began.
    /// </summary>
    public void Switch(ServedEnvironment served)
    {
        var setup = new WorkerSetup(served, _hostModules, _source.Options);
        var actions = default(PoolActions);
        lock (_lock)
        {
            _state.Switch(setup);
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
    }

    /// <summary>Starts the first worker before there is an invocation for it, and waits for it.</summary>
    public Task PrepareAsync()
    {
        lock (_lock)
        {
            if (!_state.Prepare())
            {
                return Task.CompletedTask;
            }
        }

        return StartWorkerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        List<Task> ends = [];
        var actions = default(PoolActions);
        lock (_lock)
        {
            foreach (var worker in _state.Workers)
            {
                ends.Add(((ConnectedWorker)worker).Ended);
            }

            _state.Dispose();
            Take_NeedsLock(ref actions);
        }

        actions.PerformBy(this);
        await _timer.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(ends).ConfigureAwait(false);
    }

    // Does what keeps the order of the decisions, and takes along what is done without the lock.
    private void Take_NeedsLock(ref PoolActions actions)
    {
        Debug.Assert(Monitor.IsEntered(_lock), "The lock is needed.");
        foreach (ref readonly var action in CollectionsMarshal.AsSpan(_state.Actions))
        {
            switch (action.Kind)
            {
                case PoolActionKind.Send:
                    var invocation = action.Invocation!;
                    invocation.Address(action.FunctionIndex, invocation.StartBefore * _tickMilliseconds);
                    ((ConnectedWorker)action.Worker!).Worker.Enqueue(invocation.Request.Span);
                    break;
                case PoolActionKind.KeepReplied:
                    ((ConnectedWorker)action.Worker!).Keep_NeedsLock(action.Invocation!);
                    break;
                case PoolActionKind.Configure:
                    ((ConnectedWorker)action.Worker!).Worker.Enqueue(action.Worker.Setup!.Configuration);
                    break;
                case PoolActionKind.SetTimer:
                    _timer.Change(action.Period, action.Period);
                    break;
                default:
                    actions.Add(action);
                    break;
            }
        }

        _state.Actions.Clear();
    }
}
