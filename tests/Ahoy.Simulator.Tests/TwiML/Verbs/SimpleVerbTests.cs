using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

/// <summary>Say, Play, Pause, Hangup, Reject, Redirect, Echo, Sms, Refer.</summary>
public sealed class SimpleVerbTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("<Say>Ahoy, World!</Say>", "Say Ahoy, World!")]
    [InlineData("<Say>one\n   <break/>two <emphasis>three</emphasis></Say>", "Say one two three")]
    [InlineData("<Say/>", "Say \nSay Say: Invalid text: there is nothing to say. !13520")]
    [InlineData("<Play>https://example.com/a.mp3</Play>", "Play https://example.com/a.mp3")]
    [InlineData("<Play>/a.mp3</Play>", "Play /a.mp3")]
    [InlineData("<Play digits='1w2#'/>", "Play [1w2#]")]
    [InlineData("<Play digits='1x'/>", "Play [1x]\nPlay Play: Invalid digits: 1x !13410")]
    [InlineData("<Pause/><Say>x</Say>", "Pause\nSay x")]
    [InlineData("<Say>x</Say><Hangup/><Say>never</Say>", "Say x\nHangup")]
    [InlineData("<Redirect>/next</Redirect><Say>never</Say>", "Redirect /next\nSay next")]
    [InlineData("<Redirect method='GET'>next?a=1</Redirect>", "Redirect /next?a=1\nSay next")]
    [InlineData("<Pay/><Say>x</Say>", "Pay\nSay x")]
    [InlineData("<Leave/><Say>x</Say>", "Leave\nSay x")]
    [InlineData("<Stop><Stream name='x'/></Stop>", "Stop\nStream")]
    [InlineData("<Start><Siprec name='x'/></Start><Say>x</Say>", "Start\nSiprec\nSay x")]
    [InlineData("<Start><Recording/></Start><Say>x</Say>", "Start\nRecording\nSay x")]
    [InlineData("<Connect><Stream url='wss://example.com/'/></Connect><Say>x</Say>", "Connect\nStream wss://example.com/\nSay x")]
    [InlineData("<Connect><ConversationRelay url='wss://example.com/'/></Connect>", "Connect\nConversationRelay wss://example.com/")]
    [InlineData("<Refer><Sip>sip:a@example.com</Sip></Refer>", "Refer sip:a@example.com\nRefer Refer: the call is not from a SIP address, and can't be referred. !13100")]
    public async Task Verb_IsCarriedOut(string verbs, string transcript)
    {
        _test.Webhooks.OnTwiml("/next", "<Say>next</Say>");

        var call = await _test.CallAsync(verbs);

        Assert.Equal("completed", call.Status);
        Assert.Null(call.WaitsFor);
        Assert.Equal(transcript, TestSimulator.Text(call.Transcript));
    }

    [Theory]
    [InlineData("<Say voice='alice' language='en-GB' loop='2'>x</Say>", "voice=alice language=en-GB loop=2")]
    [InlineData("<Pause length='3'/>", "length=3")]
    [InlineData("<Gather numDigits='1' hints='a, b' enhanced='true'/>", "numDigits=1 hints=a, b enhanced=true notSimulated=hints,enhanced")]
    [InlineData("<Record trim='do-not-trim'/>", "trim=do-not-trim notSimulated=trim")]
    [InlineData("<Dial ringTone='at'>+15095550100</Dial>", "ringTone=at notSimulated=ringTone")]
    public async Task Attributes_StandInTheTranscript(string verbs, string attributes)
    {
        var call = await _test.CallAsync(verbs);

        Assert.Equal(attributes, string.Join(' ', call.Transcript[0].Attributes!.Select(a => $"{a.Key}={a.Value}")));
    }

    [Fact]
    public async Task Attribute_NotSimulated_IsAnnouncedInTheLogOnce()
    {
        await _test.CallAsync("<Gather hints='a'/><Gather hints='b'/>");

        Assert.Equal("The attribute hints of Gather is not simulated: calls go on as if it were left out.", Assert.Single(_test.Logs).Message);
    }

    [Theory]
    [InlineData("<Say>0123456789</Say>", 700)]
    [InlineData("<Say loop='3'>0123456789</Say>", 2100)]
    [InlineData("<Play>/a.mp3</Play>", 5000)]
    [InlineData("<Play loop='2'>/a.mp3</Play>", 10_000)]
    [InlineData("<Play digits='12w'/>", 1500)]
    [InlineData("<Pause/>", 1000)]
    [InlineData("<Pause length='7'/>", 7000)]
    public async Task Verb_TakesItsTime(string verbs, long milliseconds)
    {
        var call = await _test.CallAsync(verbs + "<Hangup/>");

        Assert.Equal(milliseconds, call.Transcript[^1].At);
    }

    [Fact]
    public async Task PlayForEver_EndsWithAHangupAlone()
    {
        var call = await _test.CallAsync("<Play loop='0'>/a.mp3</Play><Say>never</Say>");
        Assert.Equal("in-progress", call.Status);
        await _test.AdvanceAsync(100_000);

        var ended = await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(("completed", "Play /a.mp3\ncaller: Hangup"), (ended!.Status, TestSimulator.Text(ended.Transcript)));
    }

    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason='rejected'/>", "no-answer")]
    [InlineData("<Reject reason='busy'/>", "busy")]
    [InlineData("<Pause/><Reject reason='busy'/>", "busy")]
    [InlineData("<Say>x</Say><Reject reason='busy'/>", "completed")]
    public async Task Reject_BeforeTheCallIsAnswered_RefusesIt(string verbs, string status) => Assert.Equal(status, (await _test.CallAsync(verbs)).Status);

    [Fact]
    public async Task Echo_GoesOnUntilTheCallerHangsUp()
    {
        var call = await _test.CallAsync("<Echo/>");

        Assert.Equal(("in-progress", (string?)null), (call.Status, call.WaitsFor));
        Assert.Equal("completed", (await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken))!.Status);
    }

    [Fact]
    public async Task Sms_SendsAMessageAndAsksItsAction()
    {
        _test.Webhooks.OnTwiml("/sent", "<Say>sent</Say>");

        var call = await _test.CallAsync("<Sms action='/sent'>Hello</Sms>");

        Assert.Equal("Sms Hello\nSay sent", TestSimulator.Text(call.Transcript));
        Assert.Equal(("Hello", TestSimulator.Handset), (Assert.Single(_test.Simulator.Messages()).Body, _test.Simulator.Messages()[0].To));
        Assert.StartsWith("SM", Assert.Single(_test.Webhooks.Told("/sent", "SmsSid")));
    }

    [Fact]
    public async Task Refer_OfASipCaller_IsDone()
    {
        _test.Webhooks.OnTwiml("/voice", "<Refer action='/referred'><Sip>sip:b@example.com</Sip></Refer>").OnTwiml("/referred", string.Empty);

        await _test.Simulator.ReceiveCallAsync("sip:a@example.com", "/voice", TestContext.Current.CancellationToken);

        Assert.Equal(["completed"], _test.Webhooks.Told("/referred", "ReferCallStatus"));
    }

    [Fact]
    public async Task Call_OnAManualClock_StopsAtWhatTheClockEnds()
    {
        using var test = new TestSimulator(ClockMode.Manual);

        var call = await test.CallAsync("<Say>0123456789</Say><Pause length='2'/><Say>end</Say>");
        Assert.Equal("Say 0123456789", TestSimulator.Text(call.Transcript));
        await test.AdvanceAsync(0.7);
        Assert.Equal("Say 0123456789\nPause", TestSimulator.Text(test.Call(call.Sid).Transcript));
        await test.AdvanceAsync(10);

        Assert.Equal([0L, 700, 2700], test.Call(call.Sid).Transcript.Select(s => s.At));
        Assert.Equal("completed", test.Call(call.Sid).Status);
    }
}
