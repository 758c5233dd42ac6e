using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.World;

public sealed class OptOutTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public OptOutTests() => _test.Webhooks.OnTwiml("/sms", string.Empty);

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop ")]
    [InlineData("Unsubscribe")]
    [InlineData("CANCEL")]
    [InlineData("END")]
    [InlineData("QUIT")]
    [InlineData("STOPALL")]
    public async Task Stop_AnyWord_IsAnsweredAndTheWebhookStillCalled(string word)
    {
        var result = await _test.TextAsync(word);

        Assert.Contains("You have successfully been unsubscribed", Assert.Single(result.Replies).Body);
        Assert.Equal(word, Assert.Single(_test.Webhooks.Told("/sms", "Body")));
        var error = Assert.Throws<TwilioErrorException>(() => Send());
        Assert.Equal(21610, error.Code);
    }

    [Fact]
    public async Task Stop_ReplyByTwiml_FailsWith21610()
    {
        _test.Webhooks.OnTwiml("/sms", "<Message>Wait!</Message>");

        var result = await _test.TextAsync("STOP");

        Assert.Equal(21610, result.Webhook!.ErrorCode);
        Assert.Single(result.Replies);
    }

    [Fact]
    public async Task Stop_OfOnePair_LeavesOthers()
    {
        await _test.TextAsync("STOP");

        _test.Send(new OutboundMessage { From = TestSimulator.Number, To = TestSimulator.Other, Body = "x" });
    }

    [Fact]
    public async Task Start_AfterStop_TakesItBack()
    {
        await _test.TextAsync("STOP");

        Assert.Contains("re-subscribed", Assert.Single((await _test.TextAsync("START")).Replies).Body);
        Send();
    }

    [Fact]
    public async Task Yes_WithoutStop_IsTheWebhooksAlone() => Assert.Empty((await _test.TextAsync("Yes")).Replies);

    [Fact]
    public async Task Help_IsAnswered() => Assert.Contains("Reply STOP to unsubscribe", Assert.Single((await _test.TextAsync("HELP")).Replies).Body);

    [Fact]
    public async Task Stop_InASentence_IsNone() => Assert.Empty((await _test.TextAsync("please stop")).Replies);

    private void Send() => _test.Send(new OutboundMessage { From = TestSimulator.Number, To = TestSimulator.Handset, Body = "x" });
}
