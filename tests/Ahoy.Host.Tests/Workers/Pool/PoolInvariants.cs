using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>What is true of a pool at all times, whatever happens to it.</summary>
internal sealed class PoolInvariants(PoolState state, PoolSettings settings)
{
    private readonly Dictionary<Invocation, InvocationRecord> _records = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Invocation> _places = new(ReferenceEqualityComparer.Instance);

    public bool IsDisposed { get; set; }

    public int Answered { get; private set; }

    public void Add(Invocation invocation) => _records.Add(invocation, new InvocationRecord());

    /// <summary>A worker has begun an invocation, which nobody else has unless its worker took what it knew of it along.</summary>
    public void NoteBegin(Invocation invocation, SimulatedWorker worker)
    {
        var record = _records[invocation];
        Assert.True(record.BegunBy is null || record.MayRunAgain, $"{worker} ran what {record.BegunBy} had run.");
        Assert.False(record.IsAnswered, $"{worker} ran what has its answer.");
        record.BegunBy = worker;
        record.MayRunAgain = false;
    }

    /// <summary>A worker has given back what it had begun to load and not run.</summary>
    public void TakeBegin(Invocation invocation) => _records[invocation].BegunBy = null;

    public void MayRunAgain(IEnumerable<Invocation> invocations)
    {
        foreach (var invocation in invocations)
        {
            _records[invocation].MayRunAgain = true;
        }
    }

    public void NoteAnswer(Invocation invocation, InvocationOutcome outcome, SimulatedWorker worker)
    {
        var record = Answer(invocation);
        Assert.True(
            outcome != InvocationOutcome.Replied || ReferenceEquals(record.BegunBy, worker), $"{worker} answered what it had not run.");
    }

    public void NoteFailure(Invocation invocation, InvocationOutcome outcome, bool isFailedStart)
    {
        var record = Answer(invocation);
        Assert.True(record.BegunBy is null || record.MayRunAgain, $"{outcome} was the answer to what a worker had run.");
        Assert.True(outcome != InvocationOutcome.NoWorker || IsDisposed || isFailedStart, "There was no reason to say that there is no worker.");
    }

    /// <summary>A worker is killed, and not before its time.</summary>
    public void CheckKill(SimulatedWorker worker, long now)
    {
        switch (worker.KilledFor)
        {
            case InvocationOutcome.TimedOut:
                Assert.True(now - worker.FirstSince > settings.ExecutionTime, $"{worker} was killed before its time.");
                Assert.False(worker.IsDebugged, $"{worker} was killed under the debugger.");
                break;
            case InvocationOutcome.OutOfMemory:
                Assert.True(worker.Memory > settings.MaxMemory, $"{worker} was killed for memory that it had not taken.");
                break;
            default:
                Assert.True(IsDisposed, $"{worker} was killed for nothing.");
                break;
        }
    }

    public void Check(TimeSpan period, int starts)
    {
        var workers = state.Workers;
        Assert.Equal(starts, state.Starting);
        Assert.True(state.Starting <= settings.StartsAtOnce, "Too many workers start at once.");
        Assert.True(workers.Count(w => !w.IsRetired) + state.Starting <= settings.MaxWorkers || IsDisposed, "There are too many workers.");
        Assert.Equal(state.Idle.Count, state.Idle.Distinct().Count());
        _places.Clear();
        foreach (var worker in workers)
        {
            Assert.True(worker.Sent.Count <= settings.QueueDepth, $"{worker} has too much in its queue.");
            Assert.Equal(!worker.IsRetired && worker.Sent.Count == 0, state.Idle.Contains(worker));
            Assert.False(worker.IsClosed, $"{worker} is there though its connection is not.");
            Assert.All(worker.Sent, i => Assert.True(_places.Add(i), "An invocation is at two places."));
        }

        Assert.All(state.Idle, w => Assert.True(workers.Contains(w), "An idle worker is none of the pool's."));
        Assert.All(state.Waiting, i => Assert.True(_places.Add(i), "An invocation is at two places."));
        Assert.All(_places, i => Assert.False(_records[i].IsAnswered, "What has its answer is not gone."));
        CheckProgress(period);
    }

    /// <summary>All has its answer, and no worker is left.</summary>
    public void CheckEnd(PoolSimulation simulation)
    {
        Assert.Empty(state.Waiting);
        Assert.Empty(state.Workers);
        Assert.Equal(0, state.Starting);
        Assert.All(simulation.Workers, w => Assert.True(w.IsEnded, $"{w} was not waited for."));
        Assert.All(_records.Values, r => Assert.True(r.IsAnswered, "An invocation was lost."));
    }

    // Work that waits is always waited for by someone who takes it, and the clock runs while there is any.
    private void CheckProgress(TimeSpan period)
    {
        if (state.Waiting.Count > 0)
        {
            Assert.False(IsDisposed, "Work waits at a pool that is given up.");
            Assert.True(state.Idle.Count == 0, "A worker idles while work waits.");
            Assert.True(state.Workers.Count + state.Starting > 0, "Work waits, and nobody comes for it.");
        }

        if (!IsDisposed && _places.Count > 0)
        {
            Assert.Equal(settings.BusyPeriod, period);
        }
    }

    private InvocationRecord Answer(Invocation invocation)
    {
        var record = _records[invocation];
        Assert.False(record.IsAnswered, "An invocation was answered twice.");
        record.IsAnswered = true;
        Answered++;
        return record;
    }

    private sealed class InvocationRecord
    {
        public SimulatedWorker? BegunBy { get; set; }

        public bool MayRunAgain { get; set; }

        public bool IsAnswered { get; set; }
    }
}
