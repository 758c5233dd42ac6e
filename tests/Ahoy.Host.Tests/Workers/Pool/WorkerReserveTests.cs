using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Microsoft.Extensions.Time.Testing;

namespace Ahoy.Host.Tests.Workers.Pool;

public sealed class WorkerReserveTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Starter _starter = new();

    [Fact]
    public async Task Take_WithASpareWorker_GivesThatOne_AndStartsTheNextOnceItIsQuiet()
    {
        await using var reserve = new WorkerReserve(_starter, _time);
        reserve.Prepare();
        await reserve.WhenPreparedAsync();

        var worker = await reserve.TakeAsync();

        Assert.Same(_starter.Started[0], worker);
        _time.Advance(TimeSpan.FromMilliseconds(399));
        Assert.Single(_starter.Started);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await reserve.WhenPreparedAsync();
        Assert.Equal(2, _starter.Started.Count);
    }

    [Fact]
    public async Task Take_InABurst_PutsTheNextSpareOff()
    {
        await using var reserve = new WorkerReserve(_starter, _time);
        await reserve.TakeAsync();
        _time.Advance(TimeSpan.FromMilliseconds(300));
        await reserve.TakeAsync();
        _time.Advance(TimeSpan.FromMilliseconds(300));
        await reserve.WhenPreparedAsync();

        Assert.Equal(2, _starter.Started.Count);
    }

    [Fact]
    public async Task Take_WhereTheSpareWorkerHasDied_StartsAnother()
    {
        await using var reserve = new WorkerReserve(_starter, _time);
        reserve.Prepare();
        await reserve.WhenPreparedAsync();
        _starter.Started[0].Kill();

        var worker = await reserve.TakeAsync();

        Assert.NotSame(_starter.Started[0], worker);
    }

    [Fact]
    public async Task ManyWorkers_AreCountedUntilTheyEnd()
    {
        await using var reserve = new WorkerReserve(_starter, _time);
        await reserve.TakeAsync();
        Assert.False(reserve.HasManyWorkers);
        await reserve.TakeAsync();
        Assert.True(reserve.HasManyWorkers);

        _starter.Started[0].Kill();

        await Ahoy.TestSupport.Eventually.HoldsAsync(() => !reserve.HasManyWorkers);
    }

    [Fact]
    public async Task Dispose_EndsTheSpareWorker_AndGivesNoMore()
    {
        var reserve = new WorkerReserve(_starter, _time);
        reserve.Prepare();
        await reserve.WhenPreparedAsync();

        await reserve.DisposeAsync();

        Assert.True(_starter.Started[0].Exited.IsCompleted);
        Assert.True(_starter.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(reserve.TakeAsync);
    }

    private sealed class Starter : IWorkerStarter
    {
        public List<TestWorker> Started { get; } = [];

        public bool IsDisposed { get; private set; }

        public WorkerOptions Options { get; } = new() { NodePath = "node", ManyWorkers = 1 };

        public Task<IWorker> StartAsync()
        {
            var worker = new TestWorker();
            Started.Add(worker);
            return Task.FromResult<IWorker>(worker);
        }

        public void Dispose() => IsDisposed = true;
    }
}
