using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>Who gets what. What happens by the clock and at ends stands in the file beside this one.</summary>
public sealed partial class PoolStateTests
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
