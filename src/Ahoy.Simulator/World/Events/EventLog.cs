namespace Ahoy.Simulator.World.Events;

/// <summary>
/// Numbers what happens in one sequence, keeps what is not kept elsewhere (messages and calls are the world's own), and tells those who listen. A sequence goes on
/// over a reset: who has seen a number never misses what comes after it. To be used in the world's turn.
/// </summary>
internal sealed class EventLog
{
    /// <summary>How many of a kind are kept; of more, the oldest go.</summary>
    public const int Kept = 10_000;

    private readonly Dictionary<EventKind, Queue<WorldEvent>> _kept = [];
    private Action<WorldEvent>[] _listeners = [];

    /// <summary>The number of the last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether somebody listens.</summary>
    public bool HasListeners => _listeners.Length > 0;

    /// <summary>Numbers something of which the world itself keeps what there is to know.</summary>
    /// <param name="kind">What.</param>
    /// <param name="snapshot">What it is about, made only where somebody listens.</param>
    public long Publish(EventKind kind, Func<long, object> snapshot)
    {
        var sequence = ++Sequence;
        if (HasListeners)
        {
            Tell(new WorldEvent(kind, sequence, snapshot(sequence)));
        }

        return sequence;
    }

    /// <summary>Numbers and keeps something.</summary>
    public long Keep(EventKind kind, Func<long, object> data)
    {
        var item = new WorldEvent(kind, ++Sequence, data(Sequence));
        if (!_kept.TryGetValue(kind, out var queue))
        {
            _kept[kind] = queue = new Queue<WorldEvent>();
        }

        queue.Enqueue(item);
        if (queue.Count > Kept)
        {
            queue.Dequeue();
        }

        Tell(item);
        return item.Sequence;
    }

    /// <summary>What is kept of a kind after a number, oldest first.</summary>
    public IReadOnlyList<WorldEvent> Since(EventKind kind, long sequence) =>
        _kept.TryGetValue(kind, out var queue) ? [.. queue.SkipWhile(e => e.Sequence <= sequence)] : [];

    /// <summary>Listens, from now on. A listener is called in the world's turn: it only takes note.</summary>
    /// <returns>What ends it; to be disposed of in the world's turn.</returns>
    public IDisposable Listen(Action<WorldEvent> listener)
    {
        _listeners = [.. _listeners, listener];
        return new Listening(this, listener);
    }

    /// <summary>Forgets what is kept.</summary>
    public void Clear() => _kept.Clear();

    private void Tell(WorldEvent item)
    {
        foreach (var listener in _listeners)
        {
            listener(item);
        }
    }

    private sealed class Listening(EventLog log, Action<WorldEvent> listener) : IDisposable
    {
        public void Dispose() => log._listeners = [.. log._listeners.Where(l => l != listener)];
    }
}
