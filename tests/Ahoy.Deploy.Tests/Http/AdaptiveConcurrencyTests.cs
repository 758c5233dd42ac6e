using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Tests.Http;

public sealed class AdaptiveConcurrencyTests
{
    [Fact]
    public async Task Limit_HalvesWhenThrottled_AndGrowsAgain()
    {
        var concurrency = new AdaptiveConcurrency(8);
        await concurrency.EnterAsync(TestContext.Current.CancellationToken);
        concurrency.Exit(throttled: true);
        Assert.Equal(4, concurrency.Limit);

        for (var i = 0; i < 100; i++)
        {
            await concurrency.EnterAsync(TestContext.Current.CancellationToken);
            concurrency.Exit(throttled: false);
        }

        Assert.Equal(8, concurrency.Limit);
    }

    [Fact]
    public async Task Limit_NeverFallsBelowOne()
    {
        var concurrency = new AdaptiveConcurrency(1);
        for (var i = 0; i < 3; i++)
        {
            await concurrency.EnterAsync(TestContext.Current.CancellationToken);
            concurrency.Exit(throttled: true);
        }

        Assert.Equal(1, concurrency.Limit);
    }

    [Fact]
    public async Task Turns_BeyondTheLimit_WaitInOrder_AndCanGiveUp()
    {
        var concurrency = new AdaptiveConcurrency(1);
        await concurrency.EnterAsync(TestContext.Current.CancellationToken);
        using var impatience = new CancellationTokenSource();
        var first = concurrency.EnterAsync(impatience.Token);
        var second = concurrency.EnterAsync(TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        concurrency.Exit(throttled: false);

        await second;
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 10)]
    [InlineData(null, 10)]
    public void Environment_SetsTheMaximum(string? value, int expected) =>
        Assert.Equal(expected, AdaptiveConcurrency.FromEnvironment(_ => value).Limit);
}
