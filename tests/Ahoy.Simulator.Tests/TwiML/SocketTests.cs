using Ahoy.Model.Signatures;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML;

/// <summary>What both sides of a Stream or ConversationRelay say to each other, with a server that a test scripts.</summary>
public sealed class SocketTests : IDisposable
{
    private const string Relay = "<Connect action='/done'><ConversationRelay url='ws://localhost:1/relay' dtmfDetection='true'/></Connect>";
    private const string Stream = "<Connect action='/done'><Stream url='ws://localhost:1/stream'/></Connect>";

    // A second of sound.
    private static readonly string s_second = "{\"event\":\"media\",\"media\":{\"payload\":\"" + Convert.ToBase64String(new byte[8000]) + "\"}}";

    private readonly TestSimulator _test = new();

    public SocketTests() => _test.Webhooks.OnTwiml("/done", "<Say>done</Say>");

    public void Dispose() => _test.Dispose();

    private IEnumerable<string> Sent => _test.Sockets.Sent.Select(m => (m["event"] ?? m["type"])!.ToString());

    [Fact]
    public async Task Handshake_IsSignedAsWebhooksAre()
    {
        await _test.CallAsync(Relay);

        Assert.Equal(
            RequestSignature.Compute(_test.World.Account.AuthToken, "ws://localhost:1/relay", []),
            _test.Sockets.Headers.Single(h => h.Key == RequestSignature.HeaderName).Value);
    }

    [Fact]
    public async Task Relay_Tokens_AreSpokenOnceTheLastHasCome()
    {
        _test.Sockets.Answer = m => m["type"]!.ToString() == "prompt"
            ? ["""{"type":"text","token":"We bake ","last":false}""", """{"type":"text","token":"rye.","last":true}"""]
            : [];
        var call = await _test.CallAsync(Relay);
        Assert.Equal(("in-progress", "either"), (call.Status, call.WaitsFor));

        call = (await _test.Simulator.SpeakAsync(call.Sid, "What do you bake?", null, TestContext.Current.CancellationToken))!;

        Assert.Equal("Connect\nConversationRelay ws://localhost:1/relay\ncaller: Speech What do you bake?\nSay We bake rye.", TestSimulator.Text(call.Transcript));
        Assert.Equal(["setup", "prompt"], Sent);
    }

    [Fact]
    public async Task Relay_End_GoesOnWithTheActionWhenWhatIsSaidIsSaid()
    {
        _test.Sockets.Answer = m => m["type"]!.ToString() == "prompt"
            ? ["""{"type":"text","token":"Bye.","last":true}""", """{"type":"end","handoffData":"{\"why\":\"bye\"}"}"""]
            : [];
        var call = await _test.CallAsync(Relay);

        call = (await _test.Simulator.SpeakAsync(call.Sid, "Bye", null, TestContext.Current.CancellationToken))!;

        Assert.EndsWith("Say Bye.\nSay done", TestSimulator.Text(call.Transcript));
        Assert.Equal(["ended"], _test.Webhooks.Told("/done", "SessionStatus"));
        Assert.Equal(["""{"why":"bye"}"""], _test.Webhooks.Told("/done", "HandoffData"));
        Assert.Equal(0, _test.Sockets.Open);
    }

    [Fact]
    public async Task Relay_SpeechWhileSomethingIsSaid_Interrupts()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        test.Sockets.Answer = m => m["type"]!.ToString() == "prompt" ? ["""{"type":"text","token":"Yes?","last":true}"""] : [];
        var call = await test.CallAsync("<Connect><ConversationRelay url='ws://localhost:1/' welcomeGreeting='0123456789'/></Connect>");
        await test.AdvanceAsync(0.35);

        await test.Simulator.SpeakAsync(call.Sid, "Stop", null, TestContext.Current.CancellationToken);

        var interrupt = test.Sockets.Sent.Single(m => m["type"]!.ToString() == "interrupt");
        Assert.Equal(("01234", "350"), (interrupt["utteranceUntilInterrupt"]!.ToString(), interrupt["durationUntilInterruptMs"]!.ToString()));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"text","token":"x","last":"maybe"}""")]
    [InlineData("""[]""")]
    public async Task Relay_MessageThatMeansNothing_Is64107(string message)
    {
        var call = await _test.CallAsync(Relay);

        _test.Sockets.Say(message);

        Assert.Equal([64107], _test.AlertCodes);
        Assert.Equal(["setup", "error"], Sent);
        Assert.Equal("in-progress", _test.Call(call.Sid).Status);
    }

    [Fact]
    public async Task Relay_ServerThatLeaves_Is64105AndTheActionIsToldSo()
    {
        await _test.CallAsync(Relay);

        _test.Sockets.Close();
        await _test.World.WhenQuiet();

        Assert.Equal([64105], _test.AlertCodes);
        Assert.Equal(["failed"], _test.Webhooks.Told("/done", "SessionStatus"));
    }

    [Theory]
    [InlineData(Relay, 64102)]
    [InlineData(Stream, 31920)]
    public async Task Socket_ThatCantBeOpened_IsAnAlertAndTheCallGoesOn(string verbs, int code)
    {
        _test.Sockets.Problem = "nobody listens.";

        var call = await _test.CallAsync(verbs);

        Assert.Equal([code], _test.AlertCodes);
        Assert.EndsWith("Say done", TestSimulator.Text(call.Transcript));
    }

    [Fact]
    public async Task Reset_ClosesTheSocketsOfTheCallsThatItForgets()
    {
        await _test.CallAsync(Stream);

        _test.Simulator.Reset();

        Assert.Equal(0, _test.Sockets.Open);
        Assert.Equal("stop", Sent.Last());
    }

    [Fact]
    public async Task Socket_OfAnotherMachine_IsAnnounced()
    {
        var call = await _test.CallAsync("<Connect><Stream url='wss://example.com/'/></Connect><Say>x</Say>");

        Assert.Equal("Connect\nStream wss://example.com/\nSay x", TestSimulator.Text(call.Transcript));
        Assert.Equal("Stream", call.Transcript[1].Attributes!["notSimulated"]);
    }

    [Fact]
    public async Task Stream_Frames_ComeAsTheClockMoves()
    {
        var call = await _test.CallAsync(Stream);

        await _test.AdvanceAsync(1);

        var frames = _test.Sockets.Sent.Where(m => m["event"]!.ToString() == "media").ToArray();
        Assert.Equal(50, frames.Length);
        Assert.Equal(("1", "0"), (frames[0]["media"]!["chunk"]!.ToString(), frames[0]["media"]!["timestamp"]!.ToString()));
        Assert.Equal(("50", "980"), (frames[^1]["media"]!["chunk"]!.ToString(), frames[^1]["media"]!["timestamp"]!.ToString()));
        Assert.Equal(160, Convert.FromBase64String(frames[0]["media"]!["payload"]!.ToString()).Length);
        Assert.Equal(Enumerable.Range(1, 51).Select(i => $"{i}"), _test.Sockets.Sent.Skip(1).Select(m => m["sequenceNumber"]!.ToString()));
        await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);
        Assert.Equal("stop", Sent.Last());
    }

    [Fact]
    public async Task Stream_Mark_ComesBackWhenWhatIsBeforeItIsPlayed()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var call = await test.CallAsync("<Connect><Stream url='ws://localhost:1/'/></Connect>");
        test.Sockets.Say(s_second);
        test.Sockets.Say("""{"event":"mark","mark":{"name":"said"}}""");

        await test.AdvanceAsync(0.9);
        Assert.DoesNotContain(test.Sockets.Sent, m => m["event"]!.ToString() == "mark");
        await test.AdvanceAsync(0.1);

        Assert.Equal("said", test.Sockets.Sent.Last(m => m["event"]!.ToString() == "mark")["mark"]!["name"]!.ToString());
        Assert.Contains("Media 1 s of sound", TestSimulator.Text(test.Call(call.Sid).Transcript));
    }

    [Fact]
    public async Task Stream_Clear_SendsMarksBackAtOnce()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        await test.CallAsync("<Connect><Stream url='ws://localhost:1/'/></Connect>");
        test.Sockets.Say(s_second);
        test.Sockets.Say("""{"event":"mark","mark":{"name":"a"}}""");
        test.Sockets.Say("""{"event":"mark","mark":{"name":"b"}}""");

        test.Sockets.Say("""{"event":"clear"}""");

        Assert.Equal(["a", "b"], test.Sockets.Sent.Where(m => m["event"]!.ToString() == "mark").Select(m => m["mark"]!["name"]!.ToString()));
    }

    [Theory]
    [InlineData("""{"event":"media"}""")]
    [InlineData("""{"event":"media","media":{"payload":"%"}}""")]
    [InlineData("""{"event":"dance"}""")]
    public async Task Stream_MessageThatMeansNothing_Is31951(string message)
    {
        await _test.CallAsync(Stream);

        _test.Sockets.Say(message);

        Assert.Equal([31951], _test.AlertCodes);
    }
}
