using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

public sealed class PoolStateTests
{
    private const long Millisecond = 1000;

    private readonly TestFunctions _functions = new(0, 1);
    private PoolState? _state;
    private long _now = 1_000_000;

    private PoolSettings Settings { get; set; } = PoolSettings.Create(
        new WorkerOptions { NodePath = "node", MaxWorkers = 4, IdleTime = TimeSpan.FromSeconds(30) }, frequency: 1000 * Millisecond, processors: 4);

    private PoolState State => _state ??= new PoolState(Settings, _functions.Setup);

    [Fact]
    public void Submit_WithoutWorkers_WaitsAndStartsOne()
    {
        var invocation = Submit();

        Assert.Equal([invocation], State.Waiting);
        Assert.Equal([PoolActionKind.Start, PoolActionKind.SetTimer], Take());
        Submit();
        Assert.DoesNotContain(PoolActionKind.Start, Take());
    }

    [Fact]
    public void StartFailed_OfTheOnlyWorker_AnswersWhatWaitsWithTheReason()
    {
        Submit();
        Take();

        State.StartFailed("no Node");

        var action = Assert.Single(State.Actions);
        Assert.Equal((PoolActionKind.Fail, InvocationOutcome.NoWorker, "no Node"), (action.Kind, action.Outcome, action.Text));
    }

    [Fact]
    public void StartFailed_WhileAnotherStarts_LeavesWhatWaitsToThatOne()
    {
        Start();
        for (var i = 0; i < 4; i++)
        {
            Submit(function: 1);
        }

        _now += Settings.Patience;
        State.Tick(_now, hasManyWorkers: false);
        State.Tick(_now, hasManyWorkers: false);
        Take();

        State.StartFailed("no Node");

        Assert.Equal(3, State.Waiting.Count);
        Assert.Empty(State.Actions);
    }

    [Fact]
    public void Submit_WithAnIdleWorker_IsSentAndFlushedAtOnce()
    {
        var worker = Start();

        var invocation = Submit();

        Assert.Equal([PoolActionKind.Send, PoolActionKind.Flush, PoolActionKind.SetTimer], Take());
        Assert.Equal([invocation], worker.Sent);
        Assert.Equal(0, invocation.StartBefore);
        Assert.Empty(State.Idle);
    }

    [Fact]
    public void FastFunction_WhereEnoughWorkersAreBusy_WaitsInAQueueThoughOneIsIdle()
    {
        MakeFast();
        var workers = StartIdle(3);
        Assert.Equal(2, Settings.BusyEnough);
        Submit();
        Submit();

        var third = Submit();

        Assert.Equal([0, 1, 2], workers.Select(w => w.Sent.Count).Order());
        Assert.Equal(_now + Settings.QueueTime, third.StartBefore);
    }

    [Fact]
    public void FastFunction_WhereFewWorkersAreBusy_GetsAnIdleOne()
    {
        MakeFast();
        StartIdle(2);
        Submit();

        Submit();

        Assert.Empty(State.Idle);
        Assert.All(State.Workers, w => Assert.Single(w.Sent));
    }

    [Fact]
    public void SlowFunction_WhereEnoughWorkersAreBusy_GetsAnIdleOne()
    {
        StartIdle(3);

        Submit();
        Submit();
        Submit();

        Assert.All(State.Workers, w => Assert.Single(w.Sent));
    }

    [Fact]
    public void FastFunction_GoesToTheShortestQueue_AndNoDeeperThanTheLimit()
    {
        Settings = Settings with { QueueDepth = 2 };
        MakeFast();
        StartIdle(2);
        for (var i = 0; i < 5; i++)
        {
            Submit();
        }

        Assert.All(State.Workers, w => Assert.Equal(2, w.Sent.Count));
        Assert.Single(State.Waiting);
    }

    [Fact]
    public void FastFunction_BehindAHeadThatIsSlow_WaitsForAnotherWorker()
    {
        MakeFast();
        Start();
        Submit();
        _now += Settings.SlowHeadTime;

        var second = Submit();

        Assert.Equal([second], State.Waiting);
    }

    [Fact]
    public void FastFunctions_ThatWait_AreTakenManyAtOnce_SlowOnesOneByOne()
    {
        MakeFast();
        var fast = new[] { Submit(), Submit(), Submit() };
        var slow = Submit(function: 1);

        var worker = Start();

        Assert.Equal(fast, worker.Sent);
        Assert.Equal([slow], State.Waiting);
    }

    [Fact]
    public void Replied_OfWhatWasNotAsked_ChangesNothing()
    {
        var worker = Start();
        var invocation = Submit();

        Assert.Null(State.Replied(worker, invocation.Id + 1, TimeSpan.Zero, _now));

        Assert.Equal([invocation], worker.Sent);
    }

    [Fact]
    public void Tick_WhileTheHeadIsSlow_DrainsAndTakesTheQueueBack()
    {
        MakeFast();
        var worker = Start();
        var (head, queued) = (Submit(), Submit());
        Take();
        _now += Settings.QueueTime + Settings.ClockSlack + 1;

        State.Tick(_now, hasManyWorkers: false);
        Assert.Contains(PoolActionKind.Drain, Take());
        State.TakeBack(worker, _now, _now);

        Assert.Equal([head], worker.Sent);
        Assert.Equal([queued], State.Waiting);
    }

    [Fact]
    public void TakeBack_AsOfATimeBeforeTheQueueTime_LeavesTheQueue()
    {
        MakeFast();
        var worker = Start();
        Submit();
        var queued = Submit();

        // The connection was read before the time: a reply of the head may have come since, and the worker have begun the next one.
        State.TakeBack(worker, queued.StartBefore + Settings.ClockSlack, _now + (60 * Millisecond));

        Assert.Equal(2, worker.Sent.Count);
    }

    [Fact]
    public void Returned_GoesToTheWorkerThatIsIdle_InTheOrderOfAge()
    {
        Settings = Settings with { MaxWorkers = 1 };
        MakeFast();
        var worker = Start();
        Submit();
        _now++;
        var second = Submit();
        _now++;
        var third = Submit();
        _now++;

        State.Returned(worker, second.Id, _now);
        State.Returned(worker, third.Id, _now);

        Assert.Equal([second, third], State.Waiting);
    }

    [Fact]
    public void Tick_WhereWorkWaits_DoublesTheWorkersUpToTheLimit()
    {
        Start();
        for (var i = 0; i < 10; i++)
        {
            Submit(function: 1);
        }

        Take();
        _now += Settings.Patience;

        State.Tick(_now, hasManyWorkers: false);
        Assert.Equal(1, State.Starting);
        State.Tick(_now, hasManyWorkers: false);
        Assert.Equal(3, State.Starting);
        State.Tick(_now, hasManyWorkers: false);
        Assert.Equal(3, State.Starting);
    }

    [Fact]
    public void Tick_WhenTheTimeOfARunIsOver_KillsItsWorkerOnce()
    {
        var worker = Start();
        var invocation = Submit();
        Take();
        _now += Settings.ExecutionTime!.Value;
        State.Tick(_now, hasManyWorkers: false);
        Assert.DoesNotContain(PoolActionKind.Kill, Take());

        _now++;
        State.Tick(_now, hasManyWorkers: false);
        Assert.Contains(PoolActionKind.Kill, Take());
        State.Tick(_now, hasManyWorkers: false);
        Assert.DoesNotContain(PoolActionKind.Kill, Take());
        State.Closed(worker, null, _now);

        var end = State.Actions.Single(a => a.Kind == PoolActionKind.End);
        Assert.Same(invocation, end.Invocation);
        Assert.Equal(InvocationOutcome.TimedOut, worker.KilledFor);
    }

    [Fact]
    public void Tick_UnderTheDebugger_KillsNothing()
    {
        var worker = Start();
        Submit();
        State.DebuggerAttached(worker);
        Take();
        _now += 2 * Settings.ExecutionTime!.Value;

        State.Tick(_now, hasManyWorkers: false);

        Assert.DoesNotContain(PoolActionKind.Kill, Take());
    }

    [Fact]
    public void Returned_OfTheHead_GivesTheNextOneItsFullTime()
    {
        Settings = Settings with { MaxWorkers = 1 };
        MakeFast();
        var worker = Start();
        var (head, next) = (Submit(), Submit());
        _now += Settings.ExecutionTime!.Value - 1;
        State.Returned(worker, head.Id, _now);
        Take();

        _now += 2;
        State.Tick(_now, hasManyWorkers: false);

        Assert.Same(next, worker.Sent[0]);
        Assert.DoesNotContain(PoolActionKind.Kill, Take());
    }

    [Fact]
    public void Closed_OfAWorkerWithAQueue_MovesTheQueueOn()
    {
        MakeFast();
        var dying = Start();
        var (head, queued) = (Submit(), Submit());
        Take();

        State.Closed(dying, "nonsense", _now);

        var end = State.Actions.Single(a => a.Kind == PoolActionKind.End);
        Assert.Equal((head, "nonsense"), (end.Invocation, end.Text));
        Assert.Equal([queued], State.Waiting);
        Assert.Equal(1, State.Starting);
    }

    [Fact]
    public void Leaving_OfAWorkerWithAQueue_MovesAllOfItOnAndClosesTheWorker()
    {
        MakeFast();
        var leaving = Start();
        var sent = new[] { Submit(), Submit() };
        Take();

        State.Leaving(leaving, _now);

        Assert.Equal(sent, State.Waiting);
        Assert.Equal([PoolActionKind.Close], Take());
        State.Closed(leaving, null, _now);
        Assert.Null(State.Actions.Single(a => a.Kind == PoolActionKind.End).Invocation);
        Assert.Equal(1, State.Starting);
    }

    [Fact]
    public void MemoryMeasured_OfAWorkerThatIsIdleByNow_LeavesItNoMoreWork()
    {
        var worker = Start();

        State.MemoryMeasured(worker, Settings.MaxMemory + 1);

        Assert.Contains(PoolActionKind.Kill, Take());
        var invocation = Submit();
        Assert.Empty(worker.Sent);
        Assert.Equal([invocation], State.Waiting);
    }

    [Fact]
    public void Switch_RetiresAllWorkers_AndStartsOneForWhatComes()
    {
        var workers = StartIdle(2);
        Submit();
        Take();

        State.Switch(new TestFunctions(1).Setup);

        Assert.Equal([PoolActionKind.Close, PoolActionKind.Start], Take());
        var next = Submit(function: 1);
        Assert.Equal([0, 1], workers.Select(w => w.Sent.Count).Order());
        Assert.Equal([next], Start().Sent);
    }

    [Fact]
    public void Switch_ToCodeWithoutAFunction_AnswersItsInvocations()
    {
        var invocation = Submit(function: 0);
        State.Switch(new TestFunctions(1).Setup);
        Take();

        State.Started(new PoolWorker(), _now);

        var fail = State.Actions.Single(a => a.Kind == PoolActionKind.Fail);
        Assert.Equal((invocation, InvocationOutcome.FunctionGone), (fail.Invocation, fail.Outcome));
    }

    [Theory]
    [InlineData(null, false, 1)]
    [InlineData(null, true, 1)]
    [InlineData(60, false, 1)]
    [InlineData(20, false, 0)]
    [InlineData(60, true, 0)]
    public void Tick_AfterTheIdleTime_GivesBackAllWorkersButTheLast(int? lastIdleSeconds, bool hasManyWorkers, int left)
    {
        Settings = Settings with { LastIdleTime = lastIdleSeconds * 1000 * Millisecond };
        var workers = StartIdle(3);
        _now += Settings.IdleTime + 1;

        State.Tick(_now, hasManyWorkers);

        Assert.Equal(left, State.Workers.Count);
        Assert.Equal(workers.Count - left, Take().Count(kind => kind == PoolActionKind.Close));
        Assert.Equal(State.Workers, State.Idle);
    }

    [Fact]
    public void Started_AfterTheLastLook_IsLookedAfter()
    {
        Settings = Settings with { LastIdleTime = Settings.IdleTime };
        Assert.True(State.Prepare());

        State.Started(new PoolWorker(), _now);

        var timer = State.Actions.Single(a => a.Kind == PoolActionKind.SetTimer);
        Assert.Equal(Settings.IdlePeriod, timer.Period);
    }

    [Fact]
    public void Dispose_AnswersWhatWaits_AndWhatWaitedInQueues()
    {
        MakeFast();
        var worker = Start();
        var (running, queued) = (Submit(), Submit());
        _now += Settings.SlowHeadTime;
        var waiting = Submit();
        Take();

        State.Dispose();
        Assert.Equal([waiting], State.Actions.Where(a => a.Kind == PoolActionKind.Fail).Select(a => a.Invocation));
        Assert.Contains(PoolActionKind.Close, Take());
        State.Closed(worker, null, _now);

        Assert.Equal([queued], State.Actions.Where(a => a.Kind == PoolActionKind.Fail).Select(a => a.Invocation));
        Assert.Same(running, State.Actions.Single(a => a.Kind == PoolActionKind.End).Invocation);
        Assert.DoesNotContain(PoolActionKind.Start, Take());
    }

    [Fact]
    public void Started_AfterDispose_IsKilled()
    {
        Submit();
        State.Dispose();
        Take();

        State.Started(new PoolWorker(), _now);

        Assert.Equal([PoolActionKind.Kill], Take());
        Assert.Empty(State.Workers);
    }

    private void MakeFast() => _functions[0].NoteRun(0.1);

    private PoolWorker Start()
    {
        if (State.Starting == 0)
        {
            Assert.True(State.Prepare());
        }

        var worker = new PoolWorker();
        State.Started(worker, _now);
        Take();
        return worker;
    }

    // As many as that come where each of them was needed for a while.
    private IReadOnlyList<PoolWorker> StartIdle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Submit(function: 1);
        }

        while (State.Workers.Count < count)
        {
            if (State.Starting > 0)
            {
                State.Started(new PoolWorker(), _now);
            }
            else
            {
                _now += Settings.Patience;
                State.Tick(_now, hasManyWorkers: false);
            }
        }

        foreach (var worker in State.Workers)
        {
            Assert.NotNull(State.Replied(worker, worker.Sent[0].Id, TimeSpan.FromMilliseconds(50), _now));
        }

        Take();
        return [.. State.Workers];
    }

    private Invocation Submit(int function = 0)
    {
        var invocation = _functions.Invoke(function);
        State.Submit(invocation, _now);
        return invocation;
    }

    private List<PoolActionKind> Take()
    {
        List<PoolActionKind> kinds = [.. State.Actions.Select(a => a.Kind)];
        State.Actions.Clear();
        return kinds;
    }
}
