using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

public sealed class QueueTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public QueueTests() => _test.Webhooks
        .OnTwiml("/wait", "<Say>You are waiting</Say>").OnTwiml("/left", "<Say>left</Say>").OnTwiml("/dialed", "<Say>over</Say>").OnTwiml("/hello", "<Say>You are connected</Say>");

    public void Dispose() => _test.Dispose();

    private CallQueue Queue => Assert.Single(_test.World.Calls.Queues.Values);

    private Task<CallResult> EnqueueAsync(string attributes = "") =>
        _test.CallAsync($"<Enqueue action='/left' waitUrl='/wait' {attributes}>support</Enqueue>");

    [Fact]
    public async Task Enqueue_WaitsAndHearsItsDocument()
    {
        var call = await EnqueueAsync();

        Assert.Equal(("in-progress", (string?)null), (call.Status, call.WaitsFor));
        Assert.Equal("Enqueue support\nSay You are waiting", TestSimulator.Text(call.Transcript));
        Assert.Equal(["1"], _test.Webhooks.Told("/wait", "QueuePosition"));
        Assert.Equal(["1"], _test.Webhooks.Told("/wait", "CurrentQueueSize"));
        Assert.Equal(call.Sid, Assert.Single(Queue.Members).Call.Sid);
    }

    [Fact]
    public async Task DialQueue_ConnectsToWhoWaitsLongest()
    {
        var first = await EnqueueAsync();
        var second = await EnqueueAsync();
        await _test.AdvanceAsync(10);

        var agent = await _test.CallAsync("<Dial action='/dialed'><Queue url='/hello'>support</Queue></Dial>");
        Assert.Equal(second.Sid, Assert.Single(Queue.Members).Call.Sid);
        Assert.Contains("Say You are connected", TestSimulator.Text(_test.Call(first.Sid).Transcript));
        Assert.Equal([agent.Sid], _test.Webhooks.Told("/hello", "DequeingCallSid"));
        await _test.AdvanceAsync(5);
        await _test.Simulator.HangUpAsync(first.Sid, TestContext.Current.CancellationToken);
        await _test.World.WhenQuiet();

        Assert.Equal("Say over", TestSimulator.Text(_test.Call(agent.Sid).Transcript).Split('\n')[^1]);
        Assert.Equal(["completed"], _test.Webhooks.Told("/dialed", "DialCallStatus"));
        Assert.Equal(["5"], _test.Webhooks.Told("/dialed", "DialCallDuration"));
        Assert.Equal(["bridged"], _test.Webhooks.Told("/left", "QueueResult"));
        // Ten seconds, and twice the time that it takes to say that somebody waits.
        Assert.Equal(["12"], _test.Webhooks.Told("/left", "QueueTime"));
    }

    [Fact]
    public async Task DialQueue_AnEmptyOne_WaitsForTheNext()
    {
        var agent = await _test.CallAsync("<Dial><Queue>support</Queue></Dial>");
        Assert.Equal("in-progress", agent.Status);

        var caller = await EnqueueAsync();
        Assert.Empty(Queue.Members);
        await _test.Simulator.HangUpAsync(agent.Sid, TestContext.Current.CancellationToken);
        await _test.World.WhenQuiet();

        Assert.Equal("Say left", TestSimulator.Text(_test.Call(caller.Sid).Transcript).Split('\n')[^1]);
    }

    [Fact]
    public async Task Leave_TakesTheCallerOut()
    {
        _test.Webhooks.OnTwiml("/wait", "<Say>Sorry</Say><Leave/><Say>never</Say>");

        var call = await EnqueueAsync();

        Assert.Equal("Enqueue support\nSay Sorry\nLeave\nSay left", TestSimulator.Text(call.Transcript));
        Assert.Equal(["leave"], _test.Webhooks.Told("/left", "QueueResult"));
    }

    [Fact]
    public async Task Hangup_InAQueue_TellsTheAction()
    {
        var call = await EnqueueAsync();
        await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(["hangup"], _test.Webhooks.Told("/left", "QueueResult"));
        Assert.Empty(Queue.Members);
    }

    [Fact]
    public async Task Queue_ThatIsFull_TakesNobody()
    {
        await EnqueueAsync("maxQueueSize='1'");
        var call = await EnqueueAsync("maxQueueSize='1'");

        Assert.Equal("completed", call.Status);
        Assert.Equal(["queue-full"], _test.Webhooks.Told("/left", "QueueResult"));
    }

    [Fact]
    public async Task Member_DequeuedByTheApi_RunsItsDocument()
    {
        var call = await EnqueueAsync();
        _test.World.InTurn(() => _test.World.Calls.Dequeue(Queue, Queue.Members[0], new CallDocument("http://localhost:3000/hello", "POST")));

        Assert.Equal("Say You are connected", TestSimulator.Text(_test.Call(call.Sid).Transcript).Split('\n')[^1]);
    }

    [Fact]
    public async Task WaitUrl_RepeatsAsTheClockIsMovedAlone()
    {
        var call = await EnqueueAsync();
        await _test.AdvanceAsync(10);

        Assert.True(_test.Call(call.Sid).Transcript.Count(s => s.Verb == "Say") is > 2 and < 20);
    }

    [Fact]
    public async Task WaitUrl_ThatFails_IsAnAlertAndTheCallerWaitsOn()
    {
        _test.Webhooks.On("/wait", "no", "text/plain", 500);

        var call = await EnqueueAsync();

        Assert.Equal([11200], _test.AlertCodes);
        Assert.Equal("in-progress", call.Status);
        Assert.Single(Queue.Members);
    }
}
