using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <content>Limits, growth and shrinking, and how workers and pools end.</content>
public sealed partial class PoolStateTests
{
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
}
