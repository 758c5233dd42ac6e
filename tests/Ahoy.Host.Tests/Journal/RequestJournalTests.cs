using Ahoy.Host.Environments;
using Ahoy.Host.Journal;
using Ahoy.Host.Logs;
using Ahoy.Model;
using Microsoft.AspNetCore.Http;

namespace Ahoy.Host.Tests.Journal;

/// <summary>What is kept of requests.</summary>
public class RequestJournalTests
{
    [Fact]
    public void KeepRate_OfABurst_TakesAThousandAndThenOneAMillisecond()
    {
        var rate = new KeepRate();

        var taken = Enumerable.Range(0, 5_000).Count(_ => rate.TryTake(1));
        Assert.Equal(KeepRate.Burst, taken);
        Assert.Equal(5_000 - KeepRate.Burst, rate.Skipped);

        Assert.Equal(7, Enumerable.Range(0, 100).Count(_ => rate.TryTake(8)));
        Assert.Equal(KeepRate.Burst, Enumerable.Range(0, 5_000).Count(_ => rate.TryTake(1_000_000)));
    }

    [Fact]
    public async Task Since_WhileManyAreKept_MissesNone()
    {
        var journal = new RequestJournal();
        var served = new ServedEnvironment
        {
            EnvironmentKey = "e",
            ServiceKey = "s",
            Build = new Build("tried", "node22", [], []),
            CodeVersion = "1",
            FindFile = resource => resource.File,
            WorkingFolder = "/",
            DomainName = "localhost",
        };
        var seen = new List<long>();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                var entry = new RequestEntry(default, served, new RequestSid(), "GET", "/", 200, default, 0);
                journal.Keep(entry, new DefaultHttpContext(), default, default, null, false, null);
            }
        })).ToArray();
        var all = Task.WhenAll(writers);
        while (!all.IsCompleted || seen.Count < 800)
        {
            seen.AddRange(journal.Since(seen.Count == 0 ? 0 : seen[^1]).Select(record => record.Sequence));
        }

        await all;
        Assert.Equal(Enumerable.Range(1, 800).Select(i => (long)i), seen);
    }

    [Fact]
    public void KeptBody_OfAnySize_IsCopiedAndForgotten()
    {
        var kept = new KeptBody();
        foreach (var size in (int[])[0, 1, 300, KeptBody.Small, KeptBody.Small + 1, 100_000, 5])
        {
            var body = new byte[size];
            Random.Shared.NextBytes(body);
            kept.Keep(body, size);
            Assert.Equal(body, kept.Copy());
            Assert.Equal(size > KeptBody.Small ? size : 0, kept.Extra);
        }

        kept.Keep(new byte[KeptBody.Largest + 1], KeptBody.Largest + 1);
        Assert.Null(kept.Copy());
        Assert.Equal(KeptBody.Largest + 1, kept.Size);

        // Sent from a file: its content never was in memory.
        kept.Keep([], 500);
        Assert.Null(kept.Copy());
        Assert.Equal(500, kept.Size);
    }

    [Fact]
    public async Task Signal_ThatIsRaised_WakesWhoWaited()
    {
        var signal = new JournalSignal();
        signal.Raise();
        var next = signal.Next();
        Assert.False(next.IsCompleted);
        signal.Raise();
        await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(signal.Next().IsCompleted);
    }
}
