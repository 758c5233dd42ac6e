using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

public sealed class DialVerbTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public DialVerbTests() => _test.Webhooks
        .OnTwiml("/done", "<Say>done</Say>").OnTwiml("/whisper", "<Say>A call for you</Say>").On("/status", string.Empty, "text/plain").On("/recorded", string.Empty, "text/plain");

    public void Dispose() => _test.Dispose();

    private CallSnapshot Child => Assert.Single(_test.Simulator.Calls(), c => c.Direction == "outbound-dial");

    private Task<CallResult?> Child_(Func<string, CancellationToken, Task<CallResult?>> act) => act(Child.Sid, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Dial_AHandsetThatAnswers_ConnectsUntilOneHangsUp()
    {
        var call = await _test.CallAsync("<Say>Hello!</Say><Dial>+15095550100</Dial><Say>after</Say>");

        Assert.Equal(("in-progress", (string?)null), (call.Status, call.WaitsFor));
        Assert.Equal(("in-progress", TestSimulator.Handset, TestSimulator.Other, call.Sid), (Child.Status, Child.From, Child.To, Child.ParentCallSid));
        await Child_(_test.Simulator.HangUpAsync);

        Assert.Equal("Say Hello!\nDial +15095550100\nSay after", TestSimulator.Text(_test.Call(call.Sid).Transcript));
        Assert.Equal(("completed", "completed"), (Child.Status, _test.Call(call.Sid).Status));
        Assert.Equal("callee: Hangup", TestSimulator.Text(Child.Transcript));
    }

    [Fact]
    public async Task Dial_TheCallerHangsUp_EndsBothAndAsksTheAction()
    {
        var call = await _test.CallAsync("<Dial action='/done'>+15095550100</Dial>");
        await _test.AdvanceAsync(10);
        await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(("completed", "completed"), (Child.Status, _test.Call(call.Sid).Status));
        Assert.Equal(["completed"], _test.Webhooks.Told("/done", "DialCallStatus"));
        Assert.Equal(["10"], _test.Webhooks.Told("/done", "DialCallDuration"));
        Assert.Equal([Child.Sid], _test.Webhooks.Told("/done", "DialCallSid"));
        Assert.DoesNotContain("done", TestSimulator.Text(_test.Call(call.Sid).Transcript));
    }

    [Theory]
    [InlineData("Busy", "busy")]
    [InlineData("Never", "no-answer")]
    public async Task Dial_AHandsetThatDoesNotAnswer_GoesOn(string answers, string status)
    {
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(Enum.Parse<HandsetAnswer>(answers), null));

        var call = await _test.CallAsync("<Dial action='/done' timeout='20'>+15095550100</Dial>");

        Assert.Equal(("completed", status), (call.Status, Child.Status));
        Assert.Equal([status], _test.Webhooks.Told("/done", "DialCallStatus"));
        Assert.Equal("Dial +15095550100\nSay done", TestSimulator.Text(call.Transcript));
    }

    [Fact]
    public async Task Dial_AHandsetThatRings_WaitsForItsAnswer()
    {
        Rings();
        var call = await _test.CallAsync("<Dial action='/done'>+15095550100</Dial>");
        Assert.Equal("answer", call.WaitsFor);

        var after = await _test.Simulator.AnswerAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Null(after!.WaitsFor);
        Assert.Equal("in-progress", Child.Status);
    }

    [Fact]
    public async Task Dial_AHandsetThatRings_CanBeRejectedByItsOwnCall()
    {
        Rings();
        await _test.CallAsync("<Dial action='/done'>+15095550100</Dial>");
        Assert.Equal("answer", Child.WaitsFor);

        await Child_(_test.Simulator.RejectAsync);

        Assert.Equal(["busy"], _test.Webhooks.Told("/done", "DialCallStatus"));
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("timeout='7'", 7)]
    public async Task Dial_Timeout_EndsTheRinging(string attribute, double seconds)
    {
        Rings();
        await _test.CallAsync($"<Dial action='/done' {attribute}>+15095550100</Dial>");
        await _test.AdvanceAsync(seconds - 0.1);
        Assert.Equal("ringing", Child.Status);

        await _test.AdvanceAsync(0.2);

        Assert.Equal(["no-answer"], _test.Webhooks.Told("/done", "DialCallStatus"));
    }

    [Fact]
    public async Task Dial_TimeLimit_EndsTheTalk()
    {
        var call = await _test.CallAsync("<Dial timeLimit='60'>+15095550100</Dial><Say>after</Say>");
        await _test.AdvanceAsync(61);

        Assert.Equal("completed", Child.Status);
        Assert.Equal("Say after", TestSimulator.Text(_test.Call(call.Sid).Transcript).Split('\n')[^1]);
    }

    [Theory]
    [InlineData("hangupOnStar='true'", "completed")]
    [InlineData("", "in-progress")]
    public async Task Dial_HangupOnStar_EndsTheTalk(string attribute, string childStatus)
    {
        var call = await _test.CallAsync($"<Dial {attribute}>+15095550100</Dial><Say>after</Say>");

        await _test.Simulator.PressAsync(call.Sid, "*", TestContext.Current.CancellationToken);

        Assert.Equal(childStatus, Child.Status);
    }

    [Fact]
    public async Task Number_Url_IsHeardByTheCalleeFirst()
    {
        await _test.CallAsync("<Dial><Number url='/whisper'>+15095550100</Number></Dial>");

        Assert.Equal(("in-progress", "Say A call for you"), (Child.Status, TestSimulator.Text(Child.Transcript)));
        Assert.Equal([Child.ParentCallSid], _test.Webhooks.Told("/whisper", "ParentCallSid"));
        Assert.Equal(["outbound-dial"], _test.Webhooks.Told("/whisper", "Direction"));
    }

    [Fact]
    public async Task Number_UrlThatHangsUp_RefusesTheCall()
    {
        _test.Webhooks.OnTwiml("/whisper", "<Gather numDigits='1' action='/screened'><Say>Press 1</Say></Gather><Hangup/>").OnTwiml("/screened", string.Empty);
        await _test.CallAsync("<Dial action='/done'><Number url='/whisper'>+15095550100</Number></Dial>");
        Assert.Equal("digits", Child.WaitsFor);

        await _test.AdvanceAsync(6);

        Assert.Equal(["false"], _test.Webhooks.Told("/done", "DialBridged"));
    }

    [Fact]
    public async Task Number_UrlThatIsAnswered_Connects()
    {
        _test.Webhooks.OnTwiml("/whisper", "<Gather numDigits='1' action='/screened'><Say>Press 1</Say></Gather><Hangup/>").OnTwiml("/screened", string.Empty);
        await _test.CallAsync("<Dial><Number url='/whisper'>+15095550100</Number></Dial>");

        await _test.Simulator.PressAsync(Child.Sid, "1", TestContext.Current.CancellationToken);

        Assert.Equal(("in-progress", (string?)null), (Child.Status, Child.WaitsFor));
        Assert.Equal("Say Press 1\ncallee: Digits [1]", string.Join('\n', TestSimulator.Text(Child.Transcript).Split('\n')[1..]));
    }

    [Fact]
    public async Task Number_UrlThatDials_IsAnAlert()
    {
        await _test.CallAsync("<Dial><Number url='/voice'>+15095550100</Number></Dial>");

        Assert.Equal([13201], _test.AlertCodes);
        Assert.Equal("in-progress", Child.Status);
    }

    [Fact]
    public async Task Number_StatusCallback_IsToldInOrder()
    {
        await _test.CallAsync("<Dial><Number statusCallback='/status' statusCallbackEvent='initiated ringing answered completed'>+15095550100</Number></Dial>");
        await Child_(_test.Simulator.HangUpAsync);

        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], _test.Webhooks.Told("/status", "CallStatus"));
        Assert.Equal(["0", "1", "2", "3"], _test.Webhooks.Told("/status", "SequenceNumber"));
    }

    [Fact]
    public async Task Number_SendDigits_ArePressedOnceItIsAnswered()
    {
        await _test.CallAsync("<Dial><Number sendDigits='ww12'>+15095550100</Number></Dial>");

        Assert.Equal("Play [ww12]", TestSimulator.Text(Child.Transcript));
    }

    [Fact]
    public async Task Number_MachineDetection_FindsAHuman()
    {
        await _test.CallAsync("<Dial><Number machineDetection='Enable' amdStatusCallback='/status'>+15095550100</Number></Dial>");

        Assert.Equal(["human"], _test.Webhooks.Told("/status", "AnsweredBy"));
    }

    [Fact]
    public async Task Dial_Several_TheFirstToAnswerIsConnected()
    {
        Rings();
        var call = await _test.CallAsync("<Dial><Number>+15095550100</Number><Number>+15095550101</Number></Dial>");

        var children = _test.Simulator.Calls().Where(c => c.ParentCallSid == call.Sid).ToDictionary(c => c.To, c => c.Status);

        Assert.Equal(("canceled", "in-progress"), (children["+15095550100"], children["+15095550101"]));
    }

    [Fact]
    public async Task Dial_Sequential_TakesOneAfterTheOther()
    {
        _test.Simulator.SetHandset("+15095550100", new Handset(HandsetAnswer.Busy, null));
        var call = await _test.CallAsync("<Dial sequential='true'><Number>+15095550100</Number><Number>+15095550101</Number><Number>+15095550102</Number></Dial>");

        Assert.Equal(["busy", "in-progress"], _test.Simulator.Calls().Where(c => c.ParentCallSid == call.Sid).Select(c => c.Status));
    }

    [Theory]
    [InlineData("<Client>alice</Client>", "client:alice")]
    [InlineData("<Client><Identity>bob</Identity></Client>", "client:bob")]
    [InlineData("<Sip>sip:jack@example.com</Sip>", "sip:jack@example.com")]
    [InlineData("<Number>(509) 555-0100</Number>", "+15095550100")]
    public async Task Dial_ANoun_CallsIt(string noun, string to)
    {
        await _test.CallAsync($"<Dial>{noun}</Dial>");

        Assert.Equal((to, "in-progress"), (Child.To, Child.Status));
    }

    [Theory]
    [InlineData("callerId='+15005550006'", "+15005550006")]
    [InlineData("", TestSimulator.Handset)]
    public async Task Dial_CallerId_IsShown(string attribute, string from)
    {
        await _test.CallAsync($"<Dial {attribute}>+15095550100</Dial>");

        Assert.Equal(from, Child.From);
    }

    [Theory]
    [InlineData("<Dial action='/done' callerId='+15550009999'>+15095550100</Dial>", 13214)]
    [InlineData("<Dial action='/done'>not a number</Dial>", 13223)]
    [InlineData("<Dial action='/done'/>", 13223)]
    [InlineData("<Dial action='/done'>+15005550001</Dial>", 13224)]
    public async Task Dial_WhatCanNotBeCalled_IsAnAlert(string dial, int code)
    {
        await _test.CallAsync(dial);

        Assert.Equal([code], _test.AlertCodes);
        Assert.Equal(["failed"], _test.Webhooks.Told("/done", "DialCallStatus"));
    }

    [Theory]
    [InlineData("record-from-answer", "1")]
    [InlineData("record-from-ringing-dual", "2")]
    public async Task Dial_Record_MakesARecording(string record, string channels)
    {
        await _test.CallAsync($"<Dial action='/done' record='{record}' recordingStatusCallback='/recorded' recordingStatusCallbackEvent='in-progress completed'>+15095550100</Dial>");
        await _test.AdvanceAsync(5);
        await Child_(_test.Simulator.HangUpAsync);

        Assert.Equal(["in-progress", "completed"], _test.Webhooks.Told("/recorded", "RecordingStatus"));
        Assert.Equal(channels, _test.Webhooks.Told("/recorded", "RecordingChannels")[0]);
        Assert.NotNull(Assert.Single(_test.Webhooks.Told("/done", "RecordingUrl")));
    }

    [Fact]
    public async Task Dial_AnswerOnBridge_LetsTheCallerHearRinging()
    {
        Rings();
        var call = await _test.CallAsync("<Dial answerOnBridge='true'>+15095550100</Dial>");
        Assert.Equal("ringing", call.Status);

        await _test.Simulator.AnswerAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal("in-progress", _test.Call(call.Sid).Status);
    }

    [Fact]
    public async Task Dial_OnARealClock_RestsWhileItRings()
    {
        using var test = new TestSimulator(ClockMode.Real);
        test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
        test.Webhooks.OnTwiml("/voice", "<Dial>+15095550100</Dial>");
        var calling = test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        Assert.False(calling.IsCompleted);
        test.Time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal("answer", (await calling).WaitsFor);
    }

    private void Rings() => _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Ring, null));
}
