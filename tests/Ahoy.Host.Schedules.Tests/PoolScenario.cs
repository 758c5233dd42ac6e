using System.Reflection;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Workers.Pool;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Microsoft.Coyote.Specifications;

namespace Ahoy.Host.Schedules.Tests;

/// <summary>A pool among workers that are tasks, and invocations whose answers are counted.</summary>
internal sealed class PoolScenario : IWorkerSource, IInvocationLog
{
    // What is not answered by then is not answered at all.
    private const int MostLooks = 1000;

    private readonly TestFunctions _functions = new(0, 1);
    private readonly ManualTime _time = new();
    private readonly List<ScheduledWorker> _workers = [];
    private readonly List<Invocation> _invocations = [];
    private readonly List<int> _runs = [];
    private readonly object _poolLock;
    private int _answers;

    public PoolScenario(int failingStarts = 0)
    {
        FailingStarts = failingStarts;
        _functions[0].NoteRun(0.1);
        Pool = new WorkerPool(_functions.Served, this, this, "/modules", _time);
        _poolLock = typeof(WorkerPool).GetField("_lock", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Pool)!;
    }

    public WorkerPool Pool { get; }

    public int FailingStarts { get; set; }

    public double Milliseconds => _time.GetTimestamp() / 1000.0;

    public WorkerOptions Options { get; } = new() { NodePath = "node", MaxWorkers = 2, ExecutionTime = TimeSpan.FromHours(1), IdleTime = TimeSpan.FromMilliseconds(50) };

    public bool HasManyWorkers => false;

    public Task<IWorker> TakeAsync()
    {
        CheckUnlocked("start a worker");
        var worker = new ScheduledWorker(this);
        lock (_workers)
        {
            if (FailingStarts-- > 0)
            {
                throw new WorkerStartException("no Node");
            }

            _workers.Add(worker);
        }

        return Task.FromResult<IWorker>(worker);
    }

    public void Write(ServedEnvironment served, LastRun? run, OutputLevel level, string message) => CheckUnlocked("write to the log");

    /// <summary>Submits one that is answered with its own number.</summary>
    public void Submit(int function = 0)
    {
        var invocation = _functions.Invoke(function);
        int number;
        lock (_invocations)
        {
            number = _invocations.Count;
            _invocations.Add(invocation);
            _runs.Add(0);
        }

        invocation.Request.WriteInt32(number);
        invocation.Completion.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() =>
        {
            CheckUnlocked("answer");
            Interlocked.Increment(ref _answers);
        });
        Pool.Submit(invocation);
    }

    /// <summary>Does all of it side by side, and then lets time pass until each invocation has its answer.</summary>
    public async Task RunAsync(params Action[] actions)
    {
        var tasks = actions.Select(action => Task.Run(action)).ToArray();
        foreach (var task in tasks)
        {
            await task;
        }

        for (var i = 0; i < MostLooks && Volatile.Read(ref _answers) < _invocations.Count; i++)
        {
            PassTime(5);
            await Task.Yield();
        }
    }

    public void Switch() => Pool.Switch(_functions.Served);

    public void Dispose() => _ = Pool.DisposeAsync().AsTask();

    public void PassTime(int milliseconds) => _time.Pass(TimeSpan.FromMilliseconds(milliseconds));

    public void CrashAWorker()
    {
        ScheduledWorker? worker;
        lock (_workers)
        {
            worker = _workers.Count > 0 ? _workers[0] : null;
        }

        worker?.Crash();
    }

    public void NoteRun(int number)
    {
        lock (_invocations)
        {
            _runs[number]++;
            Specification.Assert(_runs[number] == 1, "An invocation ran twice.");
        }
    }

    public void CheckLocked(string what) => Specification.Assert(IsLocked(), $"The pool would {what} without its lock.");

    public void CheckUnlocked(string what) => Specification.Assert(!IsLocked(), $"The pool would {what} under its lock.");

    /// <summary>The first worker, whose code is no longer live, ends once it has nothing to do.</summary>
    public async Task CheckFirstWorkerEndsAsync()
    {
        for (var i = 0; i < MostLooks && !_workers[0].Exited.IsCompleted; i++)
        {
            await Task.Yield();
        }

        Specification.Assert(_workers[0].Exited.IsCompleted, "A worker was not closed whose code is no longer live.");
    }

    /// <summary>Each has its answer, and a reply is the one's own.</summary>
    public void CheckAnswers()
    {
        Specification.Assert(_answers == _invocations.Count, $"{_answers} of {_invocations.Count} were answered.");
        for (var i = 0; i < _invocations.Count; i++)
        {
            var outcome = _invocations[i].Completion.GetAwaiter().GetResult();
            if (outcome == InvocationOutcome.Replied)
            {
                Specification.Assert(BitConverter.ToInt32(_invocations[i].Reply.Span) == i, $"The invocation {i} got another one's answer.");
                Specification.Assert(_runs[i] == 1, $"The invocation {i} was answered and never ran.");
            }
        }
    }

    private bool IsLocked()
    {
        try
        {
            return System.Threading.Monitor.IsEntered(_poolLock);
        }
        catch (SynchronizationLockException)
        {
            // Coyote knows nothing yet of a lock that nobody has taken.
            return false;
        }
    }
}
