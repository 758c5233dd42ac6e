using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML;

public sealed class OutboundCallTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public OutboundCallTests() => _test.Webhooks
        .OnTwiml("/voice", "<Gather numDigits='1'><Say>Hello</Say></Gather>").OnTwiml("/other", "<Say>other</Say>").On("/status", string.Empty, "text/plain");

    public void Dispose() => _test.Dispose();

    private Call Place(OutboundCall call) => _test.World.InTurn(() => _test.Simulator.PlaceCall(call));

    private static OutboundCall Basic() => new() { From = TestSimulator.Number, To = TestSimulator.Other, Url = "http://localhost:3000/voice" };

    [Fact]
    public async Task Call_Answered_RunsItsDocumentAndTellsItsProgress()
    {
        var call = Place(Basic() with { StatusCallback = "http://localhost:3000/status", StatusCallbackEvents = ["initiated", "ringing", "answered", "completed"] });
        Assert.Equal((CallStatus.InProgress, "digits"), (call.Status, _test.Call(call.Sid).WaitsFor));

        await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal("Gather\nSay Hello\ncallee: Hangup", TestSimulator.Text(call.Transcript));
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], _test.Webhooks.Told("/status", "CallStatus"));
        Assert.Equal(["outbound-api"], _test.Webhooks.Told("/voice", "Direction"));
    }

    [Theory]
    [InlineData("Busy", "busy")]
    [InlineData("Never", "no-answer")]
    public async Task Call_NotAnswered_EndsSo(string answers, string status)
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(Enum.Parse<HandsetAnswer>(answers), null));

        var call = Place(Basic() with { StatusCallback = "http://localhost:3000/status" });
        await _test.World.WhenQuiet();

        Assert.Equal(status, call.Status.Name());
        Assert.Equal([status], _test.Webhooks.Told("/status", "CallStatus"));
        Assert.Empty(_test.Webhooks.Told("/voice", "CallSid"));
    }

    [Fact]
    public async Task Call_ThatRings_IsAnsweredByHand()
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
        var call = Place(Basic());
        Assert.Equal((CallStatus.Ringing, "answer"), (call.Status, _test.Call(call.Sid).WaitsFor));

        Assert.Equal("digits", (await _test.Simulator.AnswerAsync(call.Sid, TestContext.Current.CancellationToken))!.WaitsFor);
    }

    [Fact]
    public async Task Call_RejectedBeforeTheHandsetAnswersByItself_IsBusy()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var call = test.World.InTurn(() => test.Simulator.PlaceCall(Basic()));
        await test.AdvanceAsync(0.2);

        Assert.Equal("busy", (await test.Simulator.RejectAsync(call.Sid, TestContext.Current.CancellationToken))!.Status);
    }

    [Fact]
    public void Update_OfACallThatRings_IsRefused()
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
        var call = Place(Basic());

        Assert.Equal(21220, Assert.Throws<TwilioErrorException>(() => _test.World.InTurn(() => _test.Simulator.UpdateCall(call, new CallUpdate { Url = "http://x/" }))).Code);
    }

    [Fact]
    public async Task Call_ThatRingsTooLong_IsNotAnswered()
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
        var call = Place(Basic() with { Timeout = 10 });
        await _test.AdvanceAsync(11);

        Assert.Equal(CallStatus.NoAnswer, call.Status);
    }

    [Fact]
    public void Call_WithTwiml_RunsIt() => Assert.Equal("Say inline", TestSimulator.Text(Place(Basic() with { Url = null, Twiml = "<Response><Say>inline</Say></Response>" }).Transcript));

    [Fact]
    public void Call_WithAnApplication_RunsItsDocument()
    {
        var application = new TwilioApplication { Sid = Sid.New("AP"), VoiceUrl = "http://localhost:3000/other" };
        _test.World.InTurn(() => _test.World.Phones.Applications.Add(application.Sid, application));

        Assert.Equal("Say other", TestSimulator.Text(Place(Basic() with { Url = null, ApplicationSid = application.Sid }).Transcript));
    }

    [Fact]
    public void Call_SendDigitsAndMachineDetection_AreObeyed()
    {
        var call = Place(Basic() with { SendDigits = "1w2", MachineDetection = "Enable" });

        Assert.Equal("Play [1w2]", TestSimulator.Text(call.Transcript).Split('\n')[0]);
        Assert.Equal(["human"], _test.Webhooks.Told("/voice", "AnsweredBy"));
    }

    [Fact]
    public async Task Call_Record_EndsWithTheCall()
    {
        var call = Place(Basic() with { Record = true, RecordingChannels = "dual", RecordingStatusCallback = "http://localhost:3000/status" });
        await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(("completed", 2), (Assert.Single(_test.World.Calls.Recordings.Values).Status, _test.World.Calls.Recordings.GetAt(0).Value.Channels));
        Assert.Equal(["completed"], _test.Webhooks.Told("/status", "RecordingStatus"));
    }

    [Fact]
    public async Task Update_Url_LeavesWhatRuns()
    {
        var call = Place(Basic());
        _test.World.InTurn(() => _test.Simulator.UpdateCall(call, new CallUpdate { Url = "http://localhost:3000/other" }));
        await _test.World.WhenQuiet();

        Assert.Equal(("Gather\nSay Hello\nSay other", CallStatus.Completed), (TestSimulator.Text(call.Transcript), call.Status));
    }

    [Fact]
    public void Update_Twiml_OfADialedCall_LeavesWhoDialed()
    {
        _test.Webhooks.OnTwiml("/voice", "<Dial>+15095550101</Dial><Say>alone</Say>");
        var call = Place(Basic());
        var child = _test.World.Calls.All.Single(c => c.ParentSid == call.Sid);

        _test.World.InTurn(() => _test.Simulator.UpdateCall(child, new CallUpdate { Twiml = "<Response><Say>elsewhere</Say></Response>" }));

        Assert.Equal(("Say elsewhere", "Dial +15095550101\nSay alone"), (TestSimulator.Text(child.Transcript), TestSimulator.Text(call.Transcript)));
        Assert.Equal((CallStatus.Completed, CallStatus.Completed), (child.Status, call.Status));
    }

    [Fact]
    public void Update_Completed_EndsIt()
    {
        var call = Place(Basic());
        _test.World.InTurn(() => _test.Simulator.UpdateCall(call, new CallUpdate { Status = CallStatus.Completed }));

        Assert.Equal(CallStatus.Completed, call.Status);
        Assert.Equal(21220, Assert.Throws<TwilioErrorException>(() => _test.World.InTurn(() => _test.Simulator.UpdateCall(call, new CallUpdate { Url = "http://x/" }))).Code);
    }

    [Fact]
    public void Update_Canceled_EndsOneThatRings()
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
        var call = Place(Basic());
        _test.World.InTurn(() => _test.Simulator.UpdateCall(call, new CallUpdate { Status = CallStatus.Canceled }));

        Assert.Equal(CallStatus.Canceled, call.Status);
    }

    public static TheoryData<string?, string?, string?, int> Refused => new()
    {
        { null, TestSimulator.Number, "http://x/", 21201 },
        { TestSimulator.Other, null, "http://x/", 21213 },
        { TestSimulator.Other, TestSimulator.Number, null, 21205 },
        { TestSimulator.Other, TestSimulator.Number, "nothing", 21205 },
        { "nobody", TestSimulator.Number, "http://x/", 21211 },
        { TestSimulator.Other, "+15550009999", "http://x/", 21210 },
        { TestSimulator.Other, "+15005550001", "http://x/", 21212 },
        { "+15005550001", TestSimulator.Number, "http://x/", 21217 },
        { "+15005550002", TestSimulator.Number, "http://x/", 21214 },
        { "+15005550003", TestSimulator.Number, "http://x/", 21215 },
        { "+15005550004", TestSimulator.Number, "http://x/", 21216 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Call_ThatThePlatformRefuses_HasItsCode(string? to, string? from, string? url, int code) =>
        Assert.Equal(code, Assert.Throws<TwilioErrorException>(() => Place(new OutboundCall { To = to, From = from, Url = url })).Code);
}
