using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

/// <summary>Workers die under load: each request is answered, with its own answer, and the service recovers.</summary>
public sealed class ChaosTests(ChaosTests.Service service) : IClassFixture<ChaosTests.Service>
{
    private const int Kills = 30;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WorkersKilledUnderLoad_EachRequestGetsItsOwnAnswer()
    {
        using var client = service.CreateClient();
        using var stop = new CancellationTokenSource(s_longest);
        var workers = new ConcurrentDictionary<int, bool>();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();

        var killer = KillAsync(workers, new Random(1), stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async lane =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                using var response = await client.GetAsync($"/echo?id={lane}-{i}&wait={i % 3}");
                var body = await response.Content.ReadAsStringAsync();
                statuses.AddOrUpdate(response.StatusCode, 1, (_, n) => n + 1);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    var parts = body.Split(' ');
                    Assert.Equal($"{lane}-{i}", parts[0]);
                    workers.TryAdd(int.Parse(parts[1]), true);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
                    Assert.Contains("process ended", body, StringComparison.Ordinal);
                }
            }
        }));
        var kills = await killer;

        Assert.True(kills == Kills, $"{kills} workers were killed in {s_longest.TotalSeconds} s: too few to prove anything.");
        Assert.True(statuses[HttpStatusCode.OK] > kills, $"{statuses[HttpStatusCode.OK]} requests were answered well while {kills} workers were killed.");

        // Each kill is one invocation's problem at most.
        Assert.InRange(statuses.GetValueOrDefault(HttpStatusCode.InternalServerError), 0, kills);
    }

    [Fact]
    public async Task AllWorkersKilled_TheServiceRecoversSoon()
    {
        using var client = service.CreateClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => client.GetStringAsync($"/echo?id={i}&wait=200")));
        foreach (var id in answers.Select(a => int.Parse(a.Split(' ')[1])).Distinct())
        {
            Process.GetProcessById(id).Kill();
        }

        var start = Stopwatch.GetTimestamp();
        HttpStatusCode status;
        do
        {
            using var response = await client.GetAsync("/echo?id=after&wait=0");
            status = response.StatusCode;
        }
        while (status != HttpStatusCode.OK);

        // A second on a machine that does nothing else.
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static async Task<int> KillAsync(ConcurrentDictionary<int, bool> workers, Random random, CancellationTokenSource stop)
    {
        var kills = 0;
        while (kills < Kills && !stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(20, 60), CancellationToken.None);
            var ids = workers.Keys.ToList();
            if (ids.Count == 0)
            {
                continue;
            }

            var id = ids[random.Next(ids.Count)];
            workers.TryRemove(id, out _);
            try
            {
                Process.GetProcessById(id).Kill();
                kills++;
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended already.
            }
        }

        await stop.CancelAsync();
        return kills;
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/echo.js"] = """
            exports.handler = (context, event, callback) => {
              const answer = () => callback(null, `${event.id} ${process.pid}`);
              if (event.wait === '0') answer(); else setTimeout(answer, Number(event.wait));
            };
            """,
    });
}
