using Ahoy.Host.Journal;

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
