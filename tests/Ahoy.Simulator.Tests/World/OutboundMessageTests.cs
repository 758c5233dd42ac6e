using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.World;

public sealed class OutboundMessageTests : IDisposable
{
    private const string Status = "http://localhost:3000/status";

    private readonly TestSimulator _test = new();

    public OutboundMessageTests() => _test.Webhooks.On("/status", string.Empty, "text/plain");

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Message_OnAFastClock_IsDeliveredWithACallbackEach()
    {
        var message = _test.Send(Hello() with { StatusCallback = Status });
        await _test.World.WhenQuiet();

        Assert.Equal(MessageStatus.Delivered, message.Status);
        Assert.Equal(["queued", "sending", "sent", "delivered"], _test.Webhooks.Told("/status", "MessageStatus"));
        Assert.All(_test.Webhooks.Told("/status", "MessageSid"), sid => Assert.Equal(message.Sid, sid));
        Assert.All(_test.Webhooks.Requests, r => Assert.NotNull(r.Header("X-Twilio-Signature")));
    }

    [Fact]
    public async Task Message_ToAHandsetThatRefuses_IsUndelivered()
    {
        _test.Simulator.SetHandset(TestSimulator.Handset, new Handset(HandsetAnswer.Auto, 30003));

        var message = _test.Send(Hello() with { StatusCallback = Status });
        await _test.World.WhenQuiet();

        Assert.Equal((MessageStatus.Undelivered, 30003), (message.Status, message.ErrorCode));
        Assert.Equal("30003", _test.Webhooks.Told("/status", "ErrorCode")[^1]);
    }

    [Fact]
    public async Task Message_OnAManualClock_MovesWithIt()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var message = test.Send(Hello());

        Assert.Equal(MessageStatus.Queued, message.Status);
        await test.AdvanceAsync(0.05);
        Assert.Equal(MessageStatus.Sending, message.Status);
        await test.AdvanceAsync(1);
        Assert.Equal(MessageStatus.Delivered, message.Status);
    }

    [Fact]
    public void Message_OnARealClock_FollowsTheTimeOutside()
    {
        using var test = new TestSimulator(ClockMode.Real);
        var message = test.Send(Hello());

        test.Time.Advance(TimeSpan.FromMilliseconds(60));
        Assert.Equal(MessageStatus.Sending, message.Status);
        test.Time.Advance(TimeSpan.FromMilliseconds(60));
        test.Time.Advance(TimeSpan.FromMilliseconds(60));
        Assert.Equal(MessageStatus.Delivered, message.Status);
    }

    public static TheoryData<string?, string?, string?, int> Refused => new()
    {
        { null, TestSimulator.Number, "x", 21604 },
        { TestSimulator.Handset, null, "x", 21603 },
        { TestSimulator.Handset, TestSimulator.Number, null, 21619 },
        { TestSimulator.Handset, TestSimulator.Number, "", 21602 },
        { TestSimulator.Handset, TestSimulator.Number, new string('x', 1601), 21617 },
        { "5551234", TestSimulator.Number, "x", 0 },
        { "+0", TestSimulator.Number, "x", 21211 },
        { TestSimulator.Handset, "+15550009999", "x", 21606 },
        { TestSimulator.Handset, "not a sender ID", "x", 21212 },
        { TestSimulator.Number, TestSimulator.Number, "x", 21266 },
        { "+15005550001", TestSimulator.Number, "x", 21211 },
        { "+15005550002", TestSimulator.Number, "x", 21612 },
        { "+15005550003", TestSimulator.Number, "x", 21408 },
        { "+15005550004", TestSimulator.Number, "x", 21610 },
        { "+15005550009", TestSimulator.Number, "x", 21614 },
        { TestSimulator.Handset, "+15005550001", "x", 21212 },
        { TestSimulator.Handset, "+15005550007", "x", 21606 },
        { TestSimulator.Handset, "+15005550008", "x", 21611 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Message_ThatThePlatformRefuses_HasItsCode(string? to, string? from, string? body, int code)
    {
        var message = new OutboundMessage { To = to, From = from, Body = body };
        if (code == 0)
        {
            _test.Send(message);
            return;
        }

        Assert.Equal(code, Assert.Throws<TwilioErrorException>(() => _test.Send(message)).Code);
    }

    [Fact]
    public async Task Message_ThroughAService_IsSentByOneOfItsNumbers()
    {
        var service = _test.World.InTurn(() =>
        {
            var number = _test.World.Phones.Add("+15550001111", _test.World.Now);
            var made = new MessagingService { Sid = Sid.New("MG"), StatusCallback = Status };
            made.NumberSids.Add(number.Sid);
            _test.World.Phones.Services.Add(made.Sid, made);
            return made;
        });

        var message = _test.Send(new OutboundMessage { To = TestSimulator.Handset, MessagingServiceSid = service.Sid, Body = "x" });
        await _test.World.WhenQuiet();

        Assert.Equal("+15550001111", message.From);
        Assert.Equal(["accepted", "queued", "sending", "sent", "delivered"], _test.Webhooks.Told("/status", "MessageStatus"));
        Assert.Equal(service.Sid, _test.Webhooks.Told("/status", "MessagingServiceSid")[0]);
    }

    [Fact]
    public void Message_ThroughAServiceWithoutNumbers_Is21703()
    {
        var service = new MessagingService { Sid = Sid.New("MG") };
        _test.World.InTurn(() => _test.World.Phones.Services.Add(service.Sid, service));

        var error = Assert.Throws<TwilioErrorException>(() => _test.Send(new OutboundMessage { To = TestSimulator.Handset, MessagingServiceSid = service.Sid, Body = "x" }));

        Assert.Equal(21703, error.Code);
    }

    [Fact]
    public async Task ScheduledMessage_WaitsForItsTime_AndCanBeCanceled()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var service = new MessagingService { Sid = Sid.New("MG") };
        test.World.InTurn(() =>
        {
            service.NumberSids.Add(test.World.Phones.Numbers[0].Sid);
            test.World.Phones.Services.Add(service.Sid, service);
        });
        OutboundMessage Planned() => new() { To = TestSimulator.Handset, MessagingServiceSid = service.Sid, Body = "x", SendAt = test.World.Now.AddHours(1) };
        var sent = test.Send(Planned());
        var canceled = test.Send(Planned());

        test.World.InTurn(() => test.World.Messages.Cancel(canceled));
        await test.AdvanceAsync(3599);
        Assert.Equal(MessageStatus.Scheduled, sent.Status);
        await test.AdvanceAsync(2);

        Assert.Equal((MessageStatus.Delivered, MessageStatus.Canceled), (sent.Status, canceled.Status));
        Assert.Equal(30409, Assert.Throws<TwilioErrorException>(() => test.World.InTurn(() => test.World.Messages.Cancel(sent))).Code);
        Assert.Equal(35114, Assert.Throws<TwilioErrorException>(() => test.Send(Planned() with { SendAt = test.World.Now.AddSeconds(10) })).Code);
    }

    [Fact]
    public void Message_Delivered_CanBeRedactedAndDeleted()
    {
        var message = _test.Send(Hello());

        _test.World.InTurn(() => _test.World.Messages.Redact(message));
        Assert.Equal(string.Empty, message.Body);
        _test.World.InTurn(() => _test.World.Messages.Delete(message));
        Assert.Empty(_test.Simulator.Messages());
    }

    [Fact]
    public void Message_OnItsWay_CanNotBeDeleted()
    {
        using var test = new TestSimulator(ClockMode.Manual);
        var message = test.Send(Hello());

        Assert.Equal(20009, Assert.Throws<TwilioErrorException>(() => test.World.InTurn(() => test.World.Messages.Delete(message))).Code);
    }

    private static OutboundMessage Hello() => new() { From = TestSimulator.Number, To = TestSimulator.Handset, Body = "Hello" };
}
