using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.World;

/// <summary>The account's own numbers as who is written to or called: what answers them does.</summary>
public sealed class OwnNumberTests : IDisposable
{
    private const string Second = "+15095550006";

    private readonly TestSimulator _test = new();

    public OwnNumberTests() => _test.World.InTurn(() =>
    {
        var number = _test.World.Phones.Add(Second, _test.World.Now);
        (number.SmsUrl, number.VoiceUrl) = ("http://localhost:3000/second-sms", "http://localhost:3000/second");
    });

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Message_ToAnOwnNumber_TriggersItsWebhook()
    {
        _test.Webhooks.OnTwiml("/sms", $"<Message to='{Second}'>forwarded</Message>").OnTwiml("/second-sms", "<Message>thanks</Message>");

        var result = await _test.TextAsync("Hi");

        Assert.Equal(["forwarded", "thanks"], result.Replies.Select(r => r.Body));
        Assert.Equal(["forwarded"], _test.Webhooks.Told("/second-sms", "Body"));
        Assert.Equal([TestSimulator.Number], _test.Webhooks.Told("/second-sms", "From"));
        Assert.Equal(
            [("inbound", "Hi"), ("outbound-reply", "forwarded"), ("inbound", "forwarded"), ("outbound-reply", "thanks"), ("inbound", "thanks")],
            _test.Simulator.Messages().Select(m => (m.Direction, m.Body)));
    }

    [Fact]
    public async Task Messages_BetweenOwnNumbersWithoutEnd_StopWith14107()
    {
        _test.World.InTurn(() => _test.World.Phones.Find(TestSimulator.Number)!.SmsUrl = "http://localhost:3000/second-sms");
        _test.Webhooks.OnTwiml("/second-sms", "<Message>and you?</Message>").OnTwiml("/sms", $"<Message to='{Second}'>hello</Message>");

        await _test.TextAsync("Hi");

        Assert.Equal([14107], _test.AlertCodes);
        var failed = Assert.Single(_test.Simulator.Messages(), m => m.Status == "failed");
        Assert.Equal(14107, failed.ErrorCode);
        Assert.Equal(2 * MessageLoops.Maximum, _test.Simulator.Messages().Count(m => m.Status == "delivered"));
    }

    [Fact]
    public async Task Calls_BetweenOwnNumbersWithoutEnd_Stop()
    {
        _test.World.InTurn(() =>
        {
            _test.World.SetMode(ClockMode.Fast);
            _test.World.Phones.Find(TestSimulator.Number)!.VoiceUrl = "http://localhost:3000/first";
        });
        _test.Webhooks.OnTwiml("/first", $"<Dial action='/first'>{Second}</Dial>").OnTwiml("/second", $"<Dial>{TestSimulator.Number}</Dial>");

        var call = await _test.CallAsync($"<Dial action='/first'>{Second}</Dial>");

        Assert.Equal("completed", call.Status);
        Assert.All(_test.Simulator.Calls(), c => Assert.Contains(c.Status, new[] { "completed", "failed" }));
        Assert.InRange(_test.Webhooks.Requests.Count, 20, 101);
    }

    [Fact]
    public async Task Calls_ThatAreDialedAgainAndAgainByAnAction_AskForNoMoreDocumentsThanOneCall()
    {
        _test.Webhooks.OnTwiml("/again", $"<Dial action='/again'>{Second}</Dial>").OnTwiml("/second", $"<Dial action='/again'>{Second}</Dial>");

        var call = await _test.CallAsync($"<Dial action='/again'>{Second}</Dial>");

        Assert.Equal("completed", call.Status);
        Assert.All(_test.Simulator.Calls(), c => Assert.Contains(c.Status, new[] { "completed", "failed" }));
        Assert.Equal(100, _test.Webhooks.Requests.Count);
        Assert.Contains(11215, _test.AlertCodes);
    }

    [Fact]
    public async Task Dial_ToAnOwnNumber_RunsWhatAnswersIt_AndKeysReachIt()
    {
        _test.Webhooks.OnTwiml("/second", "<Gather numDigits='1' action='/chosen'><Say>Press one</Say></Gather>").OnTwiml("/chosen", "<Say>Chosen</Say>").OnTwiml("/after", "<Say>Back</Say>");

        var call = await _test.CallAsync($"<Dial action='/after'>{Second}</Dial>");
        Assert.Equal(("in-progress", "digits"), (call.Status, call.WaitsFor));
        call = (await _test.Simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken))!;

        Assert.Equal($"Dial {Second}\nSay Press one\ncaller: Digits [1]\nSay Chosen\nSay Back", TestSimulator.Text(call.Transcript));
        Assert.Equal(["1"], _test.Webhooks.Told("/chosen", "Digits"));
        Assert.Equal(["completed"], _test.Webhooks.Told("/after", "DialCallStatus"));
        Assert.Equal(["inbound", "outbound-dial", "inbound"], _test.Simulator.Calls().Select(c => c.Direction));
        Assert.All(_test.Simulator.Calls(), c => Assert.Equal("completed", c.Status));
    }

    [Theory]
    [InlineData("<Reject/>", "no-answer")]
    [InlineData("<Reject reason='busy'/>", "busy")]
    public async Task Dial_ToAnOwnNumberThatRejects_IsToldSo(string verbs, string status)
    {
        _test.Webhooks.OnTwiml("/second", verbs).OnTwiml("/after", "<Say>Back</Say>");

        await _test.CallAsync($"<Dial action='/after'>{Second}</Dial>");

        Assert.Equal([status], _test.Webhooks.Told("/after", "DialCallStatus"));
    }

    [Fact]
    public async Task Dial_ByANumberOfItself_Ends()
    {
        _test.Webhooks.OnTwiml("/second", $"<Dial>{Second}</Dial>");

        var call = await _test.CallAsync($"<Dial>{Second}</Dial>");

        Assert.Equal("completed", call.Status);
        Assert.Contains(_test.Logs, l => l.Message.Contains("10 calls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallOfTheApi_ToAnOwnNumber_HasTwoLegsThatHearEachOthersKeys()
    {
        // On a fast clock the one leg's Pause would be over before the other leg's webhook has answered.
        _test.World.SetMode(ClockMode.Manual);
        _test.Webhooks.OnTwiml("/second", "<Gather numDigits='2' action='/chosen'/>").OnTwiml("/chosen", "<Say>Thanks</Say>");

        var placed = _test.World.InTurn(() => _test.Simulator.PlaceCall(new OutboundCall
        {
            From = TestSimulator.Number, To = Second, Twiml = "<Response><Play digits='42'/><Pause length='60'/></Response>",
        }));
        await _test.AdvanceAsync(10);

        Assert.Equal(["42"], _test.Webhooks.Told("/chosen", "Digits"));
        Assert.Contains("Say Thanks", TestSimulator.Text(_test.Call(placed.Sid).Transcript));
        Assert.Equal("completed", _test.Call(placed.Sid).Status);
    }

    [Fact]
    public async Task Machine_ThatAnswers_IsDetected()
    {
        _test.Webhooks.OnTwiml("/out", "<Say>x</Say>");
        _test.Simulator.SetHandset(TestSimulator.Other, new Handset(HandsetAnswer.Auto, null, "machine"));
        foreach (var detection in new[] { "Enable", "DetectMessageEnd" })
        {
            _test.World.InTurn(() => _test.Simulator.PlaceCall(new OutboundCall
            {
                From = TestSimulator.Number, To = TestSimulator.Other, Url = "http://localhost:3000/out", MachineDetection = detection,
            }));
            await _test.World.WhenQuiet();
        }

        Assert.Equal(["machine_start", "machine_end_beep"], _test.Webhooks.Told("/out", "AnsweredBy"));
    }
}
