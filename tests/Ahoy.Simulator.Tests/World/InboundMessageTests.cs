using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.Webhooks;
using Ahoy.TestSupport;

namespace Ahoy.Simulator.Tests.World;

public sealed class InboundMessageTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Message_ToAPath_IsAnsweredByItsTwiml()
    {
        _test.Webhooks.OnTwiml("/sms", "<Message>Hello, World!</Message>");

        var result = await _test.TextAsync("Hi");

        Assert.Equal(200, result.Webhook!.Status);
        Assert.Equal("<Response><Message>Hello, World!</Message></Response>", result.Webhook.Twiml);
        Assert.Null(result.Webhook.ErrorCode);
        var reply = Assert.Single(result.Replies);
        Assert.Equal(("Hello, World!", TestSimulator.Number, TestSimulator.Handset, "delivered"), (reply.Body, reply.From, reply.To, reply.Status));
    }

    [Fact]
    public async Task Message_Webhook_IsToldAllParameters()
    {
        _test.Webhooks.OnTwiml("/sms", string.Empty);

        var result = await _test.Simulator.ReceiveMessageAsync("+14155550123", "/sms", "Hi", ["https://example.com/a.png"], TestContext.Current.CancellationToken);

        var request = Assert.Single(_test.Webhooks.Requests);
        var expected = new Dictionary<string, string>
        {
            ["MessageSid"] = result.Sid, ["SmsSid"] = result.Sid, ["SmsMessageSid"] = result.Sid, ["AccountSid"] = _test.World.Account.Sid, ["From"] = "+14155550123",
            ["To"] = TestSimulator.Number, ["Body"] = "Hi", ["NumMedia"] = "1", ["MediaUrl0"] = "https://example.com/a.png", ["MediaContentType0"] = "image/png",
            ["NumSegments"] = "1", ["SmsStatus"] = "received", ["ApiVersion"] = "2010-04-01", ["FromCity"] = "SAN FRANCISCO", ["FromState"] = "CA", ["FromZip"] = "94105",
            ["FromCountry"] = "US", ["ToCity"] = "", ["ToState"] = "", ["ToZip"] = "", ["ToCountry"] = "US",
        };
        Assert.Equal(expected.OrderBy(p => p.Key), request.Form.OrderBy(p => p.Key));
        Assert.StartsWith("MM", result.Sid);
    }

    [Fact]
    public async Task Message_Webhook_IsSignedAsTwilioSigns()
    {
        _test.Webhooks.OnTwiml("/sms", string.Empty);

        await _test.TextAsync("Hi", "/sms?a=b");

        var request = Assert.Single(_test.Webhooks.Requests);
        Assert.Equal("http://localhost:3000/sms?a=b", request.Url);
        Assert.Equal(
            TwilioSignature.Of(_test.World.Account.AuthToken, new Uri(request.Url), request.Form.ToDictionary()),
            request.Header("X-Twilio-Signature"));
    }

    [Theory]
    [InlineData("<Message><Body>Hello</Body><Media>https://example.com/x.jpg</Media></Message>", "Hello|https://example.com/x.jpg")]
    [InlineData("<Message>One</Message><Message>Two</Message>", "One|;Two|")]
    [InlineData("<Message><Media>/pic.png</Media></Message>", "|http://localhost:3000/pic.png")]
    [InlineData("<Redirect>/next</Redirect><Message>never</Message>", "From next|")]
    [InlineData("<Message>One</Message><Redirect method='GET'>next</Redirect>", "One|;From next|")]
    public async Task Message_Twiml_IsCarriedOut(string twiml, string replies)
    {
        _test.Webhooks.OnTwiml("/sms", twiml).OnTwiml("/next", "<Message>From next</Message>");

        var result = await _test.TextAsync("Hi");

        Assert.Equal(replies, string.Join(';', result.Replies.Select(r => $"{r.Body}|{string.Join(',', r.Media)}")));
    }

    [Fact]
    public async Task Message_ForwardedByTo_GoesThere()
    {
        _test.Webhooks.OnTwiml("/sms", $"<Message to='{TestSimulator.Other}'>forwarded</Message>");

        var result = await _test.TextAsync("Hi");

        Assert.Equal(TestSimulator.Other, Assert.Single(result.Replies).To);
    }

    [Fact]
    public async Task Message_AnsweredByPlainText_SendsIt()
    {
        _test.Webhooks.On("/sms", "Just text", "text/plain; charset=utf-8");

        Assert.Equal("Just text", Assert.Single((await _test.TextAsync("Hi")).Replies).Body);
    }

    [Theory]
    [InlineData("<Response><Message>", "text/xml", 200, 12100)]
    [InlineData("<html></html>", "text/html", 200, 12100)]
    [InlineData("{}", "application/json", 200, 12300)]
    [InlineData("x", "application/octet-stream", 200, 12300)]
    [InlineData("oops", "text/plain", 500, 11200)]
    [InlineData("<Response><Sms>old</Sms></Response>", "text/xml", 200, 12200)]
    [InlineData("<Response><Message foo='1'>x</Message></Response>", "text/xml", 200, 12200)]
    [InlineData("<Response><Message/></Response>", "text/xml", 200, 14103)]
    [InlineData("<Response><Message to='nobody'>x</Message></Response>", "text/xml", 200, 14101)]
    [InlineData("<Response><Message from='+15550009999'>x</Message></Response>", "text/xml", 200, 14108)]
    public async Task Message_WebhookThatIsWrong_RaisesItsCode(string body, string type, int status, int code)
    {
        _test.Webhooks.On("/sms", body, type, status);

        var result = await _test.TextAsync("Hi");

        Assert.Equal(code, result.Webhook!.ErrorCode);
        var alert = Assert.Single(_test.Alerts);
        Assert.Equal((code, "/sms", result.Sid), (alert.Code, alert.Function, alert.Sid));
    }

    [Fact]
    public async Task Message_BodyOverTheLimit_Raises11750()
    {
        _test.Webhooks.On("/sms", new string('x', WebhookResponse.MaximumBody + 1), "text/xml");

        Assert.Equal(11750, (await _test.TextAsync("Hi")).Webhook!.ErrorCode);
    }

    [Theory]
    [InlineData(WebhookFailure.ConnectionRefused, 11205)]
    [InlineData(WebhookFailure.TimedOut, 11205)]
    [InlineData(WebhookFailure.UnknownHost, 11210)]
    [InlineData(WebhookFailure.Tls, 11220)]
    [InlineData(WebhookFailure.Protocol, 11206)]
    public async Task Message_WebhookWithoutAnswer_RaisesItsCode(object failure, int code)
    {
        _test.Webhooks.On("/sms", _ => WebhookResponse.Failed((WebhookFailure)failure));

        var result = await _test.TextAsync("Hi");

        Assert.Equal((0, code), (result.Webhook!.Status, result.Webhook.ErrorCode));
    }

    [Fact]
    public async Task Message_RedirectsInACircle_EndAfterFifty()
    {
        _test.Webhooks.OnTwiml("/sms", "<Redirect>/sms</Redirect>");

        var result = await _test.TextAsync("Hi");

        Assert.Equal(14106, result.Webhook!.ErrorCode);
        Assert.Equal(50, _test.Webhooks.Requests.Count);
    }

    [Fact]
    public async Task Message_MoreThanTenReplies_SendsTen()
    {
        _test.Webhooks.OnTwiml("/sms", string.Concat(Enumerable.Repeat("<Message>x</Message>", 12)));

        var result = await _test.TextAsync("Hi");

        Assert.Equal((10, 14109), (result.Replies.Count, result.Webhook!.ErrorCode));
        Assert.Single(_test.Alerts);
    }

    [Fact]
    public async Task Message_WebhookThatRedirectsByHttp_IsFollowed()
    {
        _test.Webhooks
            .On("/sms", _ => new WebhookResponse { Status = 302, Headers = [new("Location", "/moved")] })
            .OnTwiml("/moved", "<Message>moved</Message>");

        Assert.Equal("moved", Assert.Single((await _test.TextAsync("Hi")).Replies).Body);
        Assert.Equal(("GET", 0), (_test.Webhooks.Requests[1].Method, _test.Webhooks.Requests[1].Form.Count));
    }

    [Fact]
    public async Task Message_WebhookThatRedirectsByHttpForEver_Raises11215()
    {
        _test.Webhooks.On("/sms", _ => new WebhookResponse { Status = 302, Headers = [new("Location", "/sms")] });

        Assert.Equal(11215, (await _test.TextAsync("Hi")).Webhook!.ErrorCode);
    }

    [Fact]
    public async Task Message_Fallback_IsToldTheError()
    {
        _test.Simulator.Configure([new(TestSimulator.Number) { Sms = "http://localhost:3000/sms", SmsFallback = "http://localhost:3000/sorry" }]);
        _test.Webhooks.On("/sms", "no", "text/plain", 500).OnTwiml("/sorry", "<Message>Sorry</Message>");

        var result = await _test.TextAsync("Hi", TestSimulator.Number);

        Assert.Equal("Sorry", Assert.Single(result.Replies).Body);
        Assert.Equal((500, 11200), (result.Webhook!.Status, result.Webhook.ErrorCode));
        Assert.Equal("11200", Assert.Single(_test.Webhooks.Told("/sorry", "ErrorCode")));
        Assert.Equal("http://localhost:3000/sms", Assert.Single(_test.Webhooks.Told("/sorry", "ErrorUrl")));
    }

    [Fact]
    public async Task Message_SentByTheApiMeanwhile_IsAReplyToo()
    {
        _test.Webhooks.On("/sms", _ =>
        {
            _test.World.InTurn(() => _test.World.Messages.Send(new() { From = TestSimulator.Number, To = TestSimulator.Other, Body = "by API" }, _test.World.ActivityOf(null)));
            return ScriptedWebhooks.Answer("<Response/>");
        });

        var reply = Assert.Single((await _test.TextAsync("Hi")).Replies);

        Assert.Equal(("by API", "delivered"), (reply.Body, reply.Status));
    }

    [Fact]
    public async Task Message_ToWhatIsNoTarget_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidRequestException>(() => _test.TextAsync("Hi", "+15550001111"));
        await Assert.ThrowsAsync<InvalidRequestException>(() => _test.TextAsync("Hi", "nothing"));
        await Assert.ThrowsAsync<InvalidRequestException>(() => _test.TextAsync("Hi", from: "me"));
    }

    [Fact]
    public async Task Message_NumberWithoutWebhook_HasNoOutcome()
    {
        Assert.Null((await _test.TextAsync("Hi", TestSimulator.Number)).Webhook);
    }

    [Fact]
    public async Task Message_WebhooksOnAnotherThread_GiveTheSame()
    {
        _test.Webhooks.AnswersLater = true;
        _test.Webhooks.OnTwiml("/sms", "<Message statusCallback='/status'>Hello</Message>").On("/status", string.Empty, "text/plain");

        var result = await _test.TextAsync("Hi");

        Assert.Equal("delivered", Assert.Single(result.Replies).Status);
        Assert.Equal(["queued", "sending", "sent", "delivered"], _test.Webhooks.Told("/status", "MessageStatus"));
    }

    [Fact]
    public async Task Action_OfAMessage_IsToldOfWhatWasSent()
    {
        _test.Webhooks.OnTwiml("/sms", "<Message action='/sent'>Hello</Message>").OnTwiml("/sent", string.Empty);

        var result = await _test.TextAsync("Hi");

        // Requests asks that no name stands there twice.
        Assert.Equal(["/sms", "/sent"], _test.Webhooks.Requests.Select(request => new Uri(request.Url).AbsolutePath));
        Assert.Equal([Assert.Single(result.Replies).Sid], _test.Webhooks.Told("/sent", "MessageSid"));
    }
}
