using System.Buffers.Binary;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;
using Microsoft.Extensions.Time.Testing;

namespace Ahoy.Host.Tests.Workers.Pool;

public sealed class WorkerPoolTests
{
    private readonly TestFunctions _functions = new(0);
    private readonly Source _source = new();

    [Fact]
    public async Task Request_OnAWarmWorker_TakesNoMemory()
    {
        await using var pool = await CreateAsync();
        var invocation = _functions.Invoke();
        Answer(pool, invocation, count: 200);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Answer(pool, invocation, count: 1000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public async Task Reply_ThatIsTooShort_LeavesTheInvocationWithItsWorker()
    {
        await using var pool = await CreateAsync();
        var invocation = _functions.Invoke();
        pool.Submit(invocation);

        Assert.Throws<InvalidDataException>(() => _source.Worker.Events!.OnFrame(WorkerFrames.FromWorker.Reply, [1, 0, 0, 0, 9]));
        _source.Worker.Kill();
        _source.Worker.Events!.OnClosed("it sent a reply that is too short");

        Assert.Equal(InvocationOutcome.WorkerDied, await invocation.Completion);
        Assert.Contains("too short", invocation.Failure, StringComparison.Ordinal);
    }

    private async Task<WorkerPool> CreateAsync()
    {
        var pool = new WorkerPool(_functions.Served, _source, new NoLog(), "/modules", new FakeTimeProvider());
        await pool.PrepareAsync();
        return pool;
    }

    private void Answer(WorkerPool pool, Invocation invocation, int count)
    {
        Span<byte> reply = stackalloc byte[12];
        for (var i = 0; i < count; i++)
        {
            invocation.Reply.Clear();
            pool.Submit(invocation);
            BinaryPrimitives.WriteInt32LittleEndian(reply, invocation.Id);
            _source.Worker.Events!.OnFrame(WorkerFrames.FromWorker.Reply, reply);
            _source.Worker.Events.OnDrained();
            Assert.True(invocation.Completion.IsCompletedSuccessfully);
            Reset(invocation);
        }
    }

    // As the next request of the connection would, but for the frame, which is the same.
    private void Reset(Invocation invocation)
    {
        Span<byte> frame = stackalloc byte[invocation.Request.Length];
        invocation.Request.Span.CopyTo(frame);
        invocation.Begin(_functions[0], invocation.Sid);
        invocation.Request.Write(frame);
    }

    private sealed class Source : IWorkerSource
    {
        public TestWorker Worker { get; } = new();

        public WorkerOptions Options { get; } = new() { NodePath = "node" };

        public bool HasManyWorkers => false;

        public Task<IWorker> TakeAsync() => Task.FromResult<IWorker>(Worker);
    }

    private sealed class NoLog : IInvocationLog
    {
        public void Write(ServedEnvironment served, LastRun? run, OutputLevel level, string message)
        {
        }
    }
}
