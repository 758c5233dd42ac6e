using System.Diagnostics;
using System.Globalization;
using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.World;

/// <summary>Not figures, which are the bench's: that nothing grows with what is kept, and that what is kept is small.</summary>
public sealed class SpeedTests
{
    [Fact]
    public async Task TenThousandMessagesAndAThousandCalls_TakeLittleMemory()
    {
        using var simulator = new TwilioSimulator(new SimulatorOptions(), new Trivial());
        simulator.World.SetMode(ClockMode.Fast);
        await ConverseAsync(simulator, 10);
        simulator.Reset();
        simulator.World.SetMode(ClockMode.Fast);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await ConverseAsync(simulator, 5000);
        var elapsed = watch.Elapsed;
        for (var i = 0; i < 1000; i++)
        {
            var call = await simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
            await simulator.PressAsync(call.Sid, "1", TestContext.Current.CancellationToken);
        }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{5000 / elapsed.TotalSeconds:F0} conversations/s, {kept / 1e6:F1} MB"));
        Assert.Equal((10_000, 1000), (simulator.Messages().Count, simulator.Calls().Count));
        Assert.True(kept < 50_000_000, $"{kept} bytes are kept.");
        Assert.True(elapsed < TimeSpan.FromSeconds(20), $"5,000 conversations took {elapsed}.");
    }

    private static async Task ConverseAsync(TwilioSimulator simulator, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var from = string.Create(CultureInfo.InvariantCulture, $"+1555{i:D7}");
            Assert.Single((await simulator.ReceiveMessageAsync(from, "/sms", "Hello")).Replies);
        }
    }

    private sealed class Trivial : IWebhookSender
    {
        public ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken) => new(ScriptedWebhooks.Answer(
            request.Url.EndsWith("/sms", StringComparison.Ordinal)
                ? "<Response><Message>Hello back</Message></Response>"
                : "<Response><Gather numDigits='1' action='/done'><Say>Press one for sales</Say></Gather></Response>"));
    }
}
