using System.Diagnostics;
using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Workers;

public sealed class ConcurrencyTests(ConcurrencyTests.Service service) : IClassFixture<ConcurrencyTests.Service>
{
    [Fact]
    public async Task ThirtyInvocations_RunAtOnceAndTheNextIs429()
    {
        using var client = service.CreateClient();
        var running = Enumerable.Range(0, PlatformLimits.ConcurrentInvocations).Select(i => client.GetStringAsync($"/gate?id={i}")).ToList();
        await Ahoy.TestSupport.Eventually.HoldsAsync(() => Directory.GetFiles(service.Folder.Path, "running-*").Length == PlatformLimits.ConcurrentInvocations);

        using var refused = await client.GetAsync("/gate?id=more");
        service.Folder.Write("open", "");
        var answers = await Task.WhenAll(running);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.StartsWith("Too many requests: 30 invocations", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, PlatformLimits.ConcurrentInvocations).Select(i => $"{i}"), answers);
    }

    [Fact]
    public async Task Worker_RunsOneInvocationAtATime()
    {
        using var client = service.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => client.GetStringAsync("/alone")));

        Assert.All(answers, answer => Assert.Equal("alone", answer));
    }

    [Fact]
    public async Task FastFunction_IsServedByFewWorkers()
    {
        using var client = service.CreateClient();

        // The first rounds may have made many, because nobody knew yet, or this machine had other things to do.
        var enough = Math.Max(2, Environment.ProcessorCount / 2);
        var fewest = int.MaxValue;
        for (var round = 0; round < 200 && fewest > enough; round++)
        {
            var workers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetStringAsync("/worker")));
            fewest = Math.Min(fewest, workers.Distinct().Count());
        }

        Assert.InRange(fewest, 1, enough);
    }

    [Fact]
    public async Task FastFunction_ThatIsSlowAtTimes_HoldsNoOtherUp()
    {
        using var client = service.CreateClient();
        for (var i = 0; i < 50; i++)
        {
            await client.GetStringAsync("/sometimes?slow=0");
        }

        var slow = client.GetStringAsync("/sometimes?slow=1");
        var start = Stopwatch.GetTimestamp();
        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.GetStringAsync($"/sometimes?slow=0&i={i}")));
        var waited = Stopwatch.GetElapsedTime(start);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"fast {i}"), others);
        Assert.False(slow.IsCompleted, $"The others took {waited}, longer than the one that is slow.");
        Assert.Equal("slow", await slow);
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/gate.js"] = """
            const fs = require('fs');
            exports.handler = (context, event, callback) => {
              fs.writeFileSync(`running-${event.id}`, '');
              const timer = setInterval(() => {
                if (fs.existsSync('open')) {
                  clearInterval(timer);
                  callback(null, event.id);
                }
              }, 5);
            };
            """,
        ["functions/alone.js"] = """
            let running = 0;
            exports.handler = (context, event, callback) => {
              running++;
              const answer = running === 1 ? 'alone' : 'not alone';
              setTimeout(() => { running--; callback(null, answer); }, 20);
            };
            """,
        ["functions/worker.js"] = "exports.handler = (context, event, callback) => callback(null, String(process.pid));",
        ["functions/sometimes.js"] = """
            exports.handler = (context, event, callback) => {
              if (event.slow === '1') {
                const end = Date.now() + 4000;
                while (Date.now() < end);
                callback(null, 'slow');
              } else {
                callback(null, `fast ${event.i}`);
              }
            };
            """,
    });
}
