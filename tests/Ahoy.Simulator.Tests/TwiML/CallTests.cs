using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.TwiML;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.TwiML;

/// <summary>Documents of calls, good and bad, whichever verbs stand in them.</summary>
public sealed class CallTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Call_Webhook_IsToldAllParameters()
    {
        _test.Webhooks.OnTwiml("/voice", string.Empty);

        var call = await _test.Simulator.ReceiveCallAsync("+14155550123", "/voice", TestContext.Current.CancellationToken);

        var expected = new Dictionary<string, string>
        {
            ["CallSid"] = call.Sid, ["AccountSid"] = _test.World.Account.Sid, ["From"] = "+14155550123", ["To"] = TestSimulator.Number, ["CallStatus"] = "ringing",
            ["ApiVersion"] = "2010-04-01", ["Direction"] = "inbound", ["Caller"] = "+14155550123", ["Called"] = TestSimulator.Number, ["FromCity"] = "SAN FRANCISCO",
            ["FromState"] = "CA", ["FromZip"] = "94105", ["FromCountry"] = "US", ["CallerCity"] = "SAN FRANCISCO", ["CallerState"] = "CA", ["CallerZip"] = "94105",
            ["CallerCountry"] = "US", ["ToCity"] = "", ["ToState"] = "", ["ToZip"] = "", ["ToCountry"] = "US", ["CalledCity"] = "", ["CalledState"] = "",
            ["CalledZip"] = "", ["CalledCountry"] = "US",
        };
        Assert.Equal(expected.OrderBy(p => p.Key), Assert.Single(_test.Webhooks.Requests).Form.OrderBy(p => p.Key));
    }

    [Fact]
    public async Task Call_AnsweredByPlainText_ReadsItOut()
    {
        _test.Webhooks.On("/voice", "Hello there", "text/plain");

        Assert.Equal("Say Hello there", TestSimulator.Text((await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken)).Transcript));
    }

    [Fact]
    public async Task Call_AnsweredByASound_PlaysIt()
    {
        _test.Webhooks.On("/voice", "RIFF", "audio/wav");

        Assert.Equal("Play /voice", TestSimulator.Text((await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken)).Transcript));
    }

    [Theory]
    [InlineData("<Response><Say>", "text/xml", 200, 12100)]
    [InlineData("", "text/xml", 200, 12100)]
    [InlineData("<Nothing/>", "text/xml", 200, 12100)]
    [InlineData("<!DOCTYPE r [<!ENTITY a 'b'>]><Response><Say>&a;</Say></Response>", "text/xml", 200, 12100)]
    [InlineData("{}", "application/json", 200, 12300)]
    [InlineData("oops", "text/plain", 500, 11200)]
    [InlineData("gone", "text/plain", 404, 11200)]
    public async Task Call_WebhookThatIsWrong_ApologizesAndHangsUp(string body, string type, int status, int code)
    {
        _test.Webhooks.On("/voice", body, type, status);

        var call = await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);

        Assert.Equal("completed", call.Status);
        Assert.Equal((code, CallMachine.Apology), (call.Transcript[0].Alert, call.Transcript[^1].Text));
        var alert = Assert.Single(_test.Alerts);
        Assert.Equal((code, "/voice", call.Sid), (alert.Code, alert.Function, alert.Sid));
    }

    [Fact]
    public async Task Call_BodyOverTheLimit_Raises11750()
    {
        _test.Webhooks.On("/voice", $"<Response><Say>{new string('x', WebhookResponse.MaximumBody)}</Say></Response>");

        Assert.Equal(11750, (await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken)).Transcript[0].Alert);
    }

    [Fact]
    public async Task Call_VerbThatTwimlHasNot_Is12200AndTheRestIsDone()
    {
        var call = await _test.CallAsync("<Sing>la</Sing><Say tune='x'>words</Say><say>small</say>");

        Assert.Equal([12200, 12200, 12200], _test.AlertCodes);
        Assert.Equal("Say words", TestSimulator.Text(call.Transcript.Where(s => s.Alert is null)));
    }

    [Fact]
    public async Task Call_RedirectsInACircle_EndsAfterAHundred()
    {
        var call = await _test.CallAsync("<Redirect>/voice</Redirect>");

        Assert.Equal(("completed", 100), (call.Status, _test.Webhooks.Requests.Count));
        Assert.Equal([11215], _test.AlertCodes);
        Assert.Equal(CallMachine.Apology, call.Transcript[^1].Text);
    }

    [Fact]
    public async Task Call_Fallback_IsToldTheError()
    {
        _test.Simulator.Configure([new(TestSimulator.Number) { Voice = "http://localhost:3000/voice", VoiceFallback = "http://localhost:3000/sorry", Status = "http://localhost:3000/status" }]);
        _test.Webhooks.On("/voice", "no", "text/plain", 500).OnTwiml("/sorry", "<Say>Sorry</Say>").On("/status", string.Empty, "text/plain");

        var call = await _test.Simulator.ReceiveCallAsync(null, TestSimulator.Number, TestContext.Current.CancellationToken);

        Assert.Equal("Say Sorry", TestSimulator.Text(call.Transcript.Skip(1)));
        Assert.Equal(["11200"], _test.Webhooks.Told("/sorry", "ErrorCode"));
        Assert.Equal(["http://localhost:3000/voice"], _test.Webhooks.Told("/sorry", "ErrorUrl"));
        Assert.Equal(["completed"], _test.Webhooks.Told("/status", "CallStatus"));
        Assert.Equal(["1"], _test.Webhooks.Told("/status", "CallDuration"));
    }

    [Fact]
    public async Task Call_FallbackThatFailsToo_Apologizes()
    {
        _test.Simulator.Configure([new(TestSimulator.Number) { Voice = "http://localhost:3000/voice", VoiceFallback = "http://localhost:3000/sorry" }]);

        var call = await _test.Simulator.ReceiveCallAsync(null, TestSimulator.Number, TestContext.Current.CancellationToken);

        Assert.Equal([11200, 11200], _test.AlertCodes);
        Assert.Equal(CallMachine.Apology, call.Transcript[^1].Text);
    }

    [Fact]
    public async Task Call_CookiesGoWithItsLaterRequests()
    {
        _test.Webhooks.On("/voice", _ => ScriptedWebhooks.Answer("<Response><Redirect>/next</Redirect></Response>", "text/xml", 200, "a=1")).OnTwiml("/next", string.Empty);

        await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        await _test.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);

        Assert.Equal([null, "a=1", null, "a=1"], _test.Webhooks.Requests.Select(r => r.Header("Cookie")));
    }

    [Fact]
    public async Task Call_HungUpWhileItsWebhookAnswers_HearsNothingMore()
    {
        var answer = new TaskCompletionSource<WebhookResponse>();
        var sender = new LateWebhook(answer.Task);
        using var simulator = new TwilioSimulator(new(), sender);
        var calling = simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        var sid = Assert.Single(simulator.Calls()).Sid;

        var hungUp = simulator.HangUpAsync(sid, TestContext.Current.CancellationToken);
        answer.SetResult(ScriptedWebhooks.Answer("<Response><Say>late</Say></Response>"));

        Assert.Equal(("no-answer", "caller: Hangup"), ((await hungUp)!.Status, TestSimulator.Text((await calling).Transcript)));
    }

    [Fact]
    public async Task Call_ThatIsOver_TakesNoMoreActions()
    {
        var call = await _test.CallAsync(string.Empty);

        await Assert.ThrowsAsync<InvalidRequestException>(() => _test.Simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken));
        Assert.Null(await _test.Simulator.PressAsync("CA00000000000000000000000000000000", "1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reset_WhileACallLives_ForgetsIt()
    {
        var call = await _test.CallAsync("<Gather/>");
        _test.Simulator.Reset();

        Assert.Empty(_test.Simulator.Calls());
        Assert.Equal(ClockMode.Real, _test.World.Mode);
        Assert.Null(await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken));
    }

    private sealed class LateWebhook(Task<WebhookResponse> answer) : IWebhookSender
    {
        public async ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken) => await answer;
    }
}
