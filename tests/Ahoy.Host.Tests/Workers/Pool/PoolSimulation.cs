using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>
/// A pool's state among simulated workers. What is done without the lock is done later, each event's actions in their order and those of
/// different events in any: as if each event had a thread of its own. After each event the <see cref="PoolInvariants"/> are checked.
/// </summary>
internal sealed partial class PoolSimulation
{
    private const long Millisecond = 1000;

    // Each has a Function that the other has not.
    private readonly TestFunctions[] _deployments = [new(0, 1, 2), new(1, 2, 3)];
    private readonly PoolSettings _settings;
    private readonly PoolInvariants _invariants;
    private readonly List<Queue<Action>> _threads = [];
    private readonly List<SimulatedWorker> _workers = [];
    private int _starts;
    private long _nextTick = long.MaxValue;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private int _live;
    private bool _startFailed;

    public PoolSimulation(HistoryLimits limits)
    {
        _settings = PoolSettings.Create(
            new WorkerOptions
            {
                NodePath = "node",
                MaxWorkers = limits.MaxWorkers,
                ExecutionTime = TimeSpan.FromMilliseconds(100),
                IdleTime = TimeSpan.FromMilliseconds(40),
                LastIdleTime = limits.GivesLastBack ? TimeSpan.FromMilliseconds(60) : null,
                MemoryMegabytes = 1,
            },
            frequency: 1000 * Millisecond,
            processors: 2) with
        {
            StartsAtOnce = limits.StartsAtOnce,
            BusyEnough = limits.BusyEnough,
            QueueDepth = limits.QueueDepth,
        };
        foreach (var served in _deployments)
        {
            // Two that have been fast, so that queues are used from the start, and one that nothing is known of.
            served[0].NoteRun(0.1);
            served[1].NoteRun(0.1);
        }

        State = new PoolState(_settings, _deployments[0].Setup);
        _invariants = new PoolInvariants(State, _settings);
    }

    public PoolState State { get; }

    public long Now { get; private set; } = 1000 * Millisecond;

    public IReadOnlyList<SimulatedWorker> Workers => _workers;

    public static void Run(PoolHistory history)
    {
        var simulation = new PoolSimulation(history.Limits);
        foreach (var step in history.Steps)
        {
            simulation.Do(step);
        }

        simulation.Settle();
        simulation.Do(new HistoryStep(HistoryStepKind.Dispose, 0, 0));
        simulation.Settle();
        simulation._invariants.CheckEnd(simulation);
    }

    public void Do(HistoryStep step)
    {
        var worker = _workers.Count > 0 ? _workers[step.A % _workers.Count] : null;
        switch (step.Kind)
        {
            case HistoryStepKind.Submit:
                Submit(_deployments[step.B % 10 == 0 ? 1 - _live : _live].Invoke(step.A));
                break;
            case HistoryStepKind.PerformNext:
                PerformNext(step.A);
                break;
            case HistoryStepKind.StartSucceeds:
                EndStart(succeeds: true);
                break;
            case HistoryStepKind.StartFails:
                EndStart(succeeds: false);
                break;
            case HistoryStepKind.PassTime:
                // Mostly a little, so that queues are used; then as long as one may wait in them; now and then as long as it takes to run into a limit.
                PassTime(step.A < 55 ? step.B * 100 : step.A < 85 ? (18 * Millisecond) + (step.B * 80) : step.B * (2 * Millisecond));
                break;
            case HistoryStepKind.Switch:
                _live = 1 - _live;
                foreach (var other in _workers)
                {
                    other.MustGetNothing = true;
                }

                Tell(() => State.Switch(_deployments[_live].Setup));
                break;
            case HistoryStepKind.Prepare:
                _starts += State.Prepare() ? 1 : 0;
                break;
            case HistoryStepKind.Dispose:
                _invariants.IsDisposed = true;
                Tell(State.Dispose);
                break;
            default:
                DoWith(worker, step);
                break;
        }

        _invariants.Check(_period, _starts);
    }

    // All goes on until nothing is left to do: everything asked for has its answer then.
    public void Settle()
    {
        for (var i = 0; i < 400; i++)
        {
            while (_threads.Count > 0)
            {
                PerformNext(0);
            }

            while (_starts > 0)
            {
                EndStart(succeeds: true);
            }

            foreach (var worker in _workers.ToArray())
            {
                // Nobody looks at a worker for ever.
                worker.IsDebugged = false;
                BeginNext(worker);
                worker.Finish(TimeSpan.FromMilliseconds(1));
                while (Read(worker))
                {
                }

                EndRead(worker);
            }

            if (_threads.Count == 0)
            {
                Assert.All(_workers, w => Assert.False(w.IsForgotten, $"{w} has frames that nobody sends."));
            }

            PassTime(5 * Millisecond);
            _invariants.Check(_period, _starts);
        }
    }

    private void Submit(Invocation invocation)
    {
        _invariants.Add(invocation);
        Tell(() => State.Submit(invocation, Now));
    }

    private void PassTime(long time)
    {
        Now += time;
        if (Now >= _nextTick)
        {
            _nextTick = Now + (long)(_period.TotalMilliseconds * Millisecond);
            Tell(() => State.Tick(Now, hasManyWorkers: Now % 7 == 0));
        }
    }

    private void EndStart(bool succeeds)
    {
        if (_starts == 0)
        {
            return;
        }

        _starts--;
        if (succeeds)
        {
            var worker = new SimulatedWorker(_workers.Count);
            _workers.Add(worker);
            Tell(() => State.Started(worker, Now));
        }
        else
        {
            _startFailed = true;
            Tell(() => State.StartFailed("no Node"));
            _startFailed = false;
        }
    }
}
