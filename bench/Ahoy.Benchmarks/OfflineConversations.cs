using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ahoy.Simulator;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Benchmarks;

/// <summary>Conversations of the simulator alone: a message comes in, its webhook answers at once, the reply is delivered. Then what 10,000 messages and 1,000 calls take.</summary>
internal static class OfflineConversations
{
    public static async Task MeasureAsync(int seconds)
    {
        using (var warm = Create())
        {
            await ConverseAsync(warm, 20_000);
        }

        var rates = new List<double>();
        var (used, all) = (Environment.CpuUsage.TotalTime, 0);
        for (var round = 0; round < seconds; round++)
        {
            using var simulator = Create();
            var watch = Stopwatch.StartNew();
            var count = 0;
            while (watch.ElapsedMilliseconds < 1000)
            {
                await ConverseAsync(simulator, 100, from: count);
                count += 100;
            }

            rates.Add(count / watch.Elapsed.TotalSeconds);
            all += count;
        }

        // A second of the processor is the same on a busy machine, and has all threads in it, those of the garbage collector too.
        var ofProcessor = all / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        rates.Sort();
        Say($"conversations {rates[rates.Count / 2]:F0} {rates[0]:F0} {rates[^1]:F0} {ofProcessor:F0}");
        using var kept = Create();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ConverseAsync(kept, 5000);
        for (var i = 0; i < 1000; i++)
        {
            var call = await kept.ReceiveCallAsync(null, "/voice");
            await kept.PressAsync(call.Sid, "1");
        }

        Say($"kept {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1}");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static TwilioSimulator Create()
    {
        var simulator = new TwilioSimulator(new SimulatorOptions(), new Answers());
        simulator.World.SetMode(ClockMode.Fast);
        return simulator;
    }

    private static async Task ConverseAsync(TwilioSimulator simulator, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            var result = await simulator.ReceiveMessageAsync(string.Create(CultureInfo.InvariantCulture, $"+1555{i:D7}"), "/sms", "Hello");
            if (result.Replies is not [{ Status: "delivered" }])
            {
                throw new InvalidOperationException("A conversation has no reply.");
            }
        }
    }

    private sealed class Answers : IWebhookSender
    {
        private static readonly KeyValuePair<string, string>[] s_headers = [new("Content-Type", "text/xml")];
        private static readonly byte[] s_message = Encoding.UTF8.GetBytes("<Response><Message>Hello back</Message></Response>");
        private static readonly byte[] s_call = Encoding.UTF8.GetBytes("<Response><Gather numDigits='1' action='/done'><Say>Press one for sales</Say></Gather></Response>");

        public ValueTask<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken) => new(new WebhookResponse
        {
            Status = 200,
            Headers = s_headers,
            Body = request.Url.EndsWith("/sms", StringComparison.Ordinal) ? s_message : s_call,
        });
    }
}
