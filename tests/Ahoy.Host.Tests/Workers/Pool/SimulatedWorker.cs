using Ahoy.Host.Workers;
using Ahoy.Host.Workers.Pool;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>A worker as its Node would behave: it begins one invocation at a time, in order, and none after its time.</summary>
internal sealed class SimulatedWorker(int number) : PoolWorker
{
    private readonly List<SimulatedRequest> _unsent = [];
    private readonly Queue<SimulatedRequest> _received = new();

    /// <summary>What it has sent and nobody has read yet.</summary>
    public Queue<SimulatedFrame> Outbox { get; } = new();

    /// <summary>The invocations whose reply was read, until all that has arrived is.</summary>
    public List<Invocation> Kept { get; } = [];

    public SimulatedRequest? Running { get; private set; }

    public bool IsProcessAlive { get; private set; } = true;

    public bool IsConnected { get; private set; } = true;

    public bool OwesEndOfRead { get; set; }

    /// <summary>Whether it has been told not to get anything more, by what the simulation itself saw.</summary>
    public bool MustGetNothing { get; set; }

    public bool IsEnded { get; set; }

    public long Memory { get; set; } = 1;

    /// <summary>The number of the first of what the pool sent here, when the simulation looked last.</summary>
    public int FirstId { get; set; }

    /// <summary>Since when the first of what the pool sent here has been the first, as the simulation saw it.</summary>
    public long FirstSince { get; set; }

    public void Enqueue(SimulatedRequest request) => _unsent.Add(request);

    /// <summary>Whether frames wait to be sent, and nothing is under way after which they would be.</summary>
    public bool IsForgotten =>
        IsConnected && IsProcessAlive && _unsent.Count > 0 && Running is null && _received.Count == 0 && Outbox.Count == 0 && !OwesEndOfRead;

    public void Flush()
    {
        foreach (var request in _unsent)
        {
            _received.Enqueue(request);
        }

        _unsent.Clear();
    }

    /// <summary>Begins the next invocation, where none runs; what has waited too long goes back.</summary>
    public SimulatedRequest? BeginNext(long now)
    {
        while (IsProcessAlive && Running is null && _received.TryDequeue(out var next))
        {
            if (next.StartBefore == 0 || now <= next.StartBefore)
            {
                return Running = next;
            }

            Outbox.Enqueue(new SimulatedFrame(WorkerFrames.FromWorker.Returned, next));
        }

        return null;
    }

    /// <summary>Answers what runs.</summary>
    public bool Finish(TimeSpan runTime)
    {
        if (!IsProcessAlive || Running is not { } request)
        {
            return false;
        }

        Running = null;
        Outbox.Enqueue(new SimulatedFrame(WorkerFrames.FromWorker.Reply, request) { RunTime = runTime });
        return true;
    }

    /// <summary>Gives back what it has begun to load and not run: its file is half saved.</summary>
    public void GiveBackRunning()
    {
        Outbox.Enqueue(new SimulatedFrame(WorkerFrames.FromWorker.Returned, Running!.Value));
        Running = null;
    }

    /// <summary>Answers what runs, says as the last thing that it is about to end, and ends.</summary>
    public void Leave()
    {
        if (IsProcessAlive)
        {
            Finish(TimeSpan.FromMilliseconds(1));
            Outbox.Enqueue(new SimulatedFrame(WorkerFrames.FromWorker.Leaving, default));
            Die();
        }
    }

    public void Die()
    {
        IsProcessAlive = false;
        Running = null;
        _received.Clear();
    }

    public void Disconnect() => IsConnected = false;

    public override string ToString() => $"worker {number}";
}

/// <summary>An invocation as it was sent to a worker.</summary>
internal readonly record struct SimulatedRequest(Invocation Invocation, int Id, long StartBefore);

/// <summary>What a worker sent.</summary>
internal readonly record struct SimulatedFrame(byte Kind, SimulatedRequest Request)
{
    public TimeSpan RunTime { get; init; }
}
