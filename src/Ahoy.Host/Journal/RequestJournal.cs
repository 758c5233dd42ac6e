using Ahoy.Host.Logs;

namespace Ahoy.Host.Journal;

/// <summary>
/// The last requests with what was sent and answered, in memory; of very many in a short time not all (<see cref="KeepRate"/>). Called on the path of each request: it copies into memory that it has already, and wakes nobody
/// who does not wait.
/// </summary>
internal sealed class RequestJournal
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 1000;

    /// <summary>Large bodies together take so much at most; of more, the oldest go.</summary>
    public const long MostExtra = 32 * 1024 * 1024;

    private readonly RequestSlot?[] _slots = new RequestSlot?[Kept];
    private readonly KeepRate _usual = new();
    private readonly KeepRate _failed = new();
    private long _last;
    private long _first;
    private long _extra;
    private long _dropped;

    /// <summary>Told of what is new.</summary>
    public JournalSignal Signal { get; } = new();

    /// <summary>What Functions printed.</summary>
    public LineJournal Lines { get; } = new();

    /// <summary>What they asked of others.</summary>
    public OutboundJournal Outbound { get; } = new();

    /// <summary>The number of the last request.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>Keeps a request that was answered.</summary>
    /// <param name="entry">What the log says of it.</param>
    /// <param name="http">The request.</param>
    /// <param name="body">The body that was sent.</param>
    /// <param name="content">The body of the answer, as far as it was in memory.</param>
    /// <param name="path">The path of what it led to.</param>
    /// <param name="isFunction">Whether that is a Function.</param>
    /// <param name="sender">Who sent it, where that is this process.</param>
    public void Keep(in RequestEntry entry, HttpContext http, ReadOnlySpan<byte> body, ReadOnlySpan<byte> content, string? path, bool isFunction, string? sender)
    {
        // What went wrong is looked for among much that did not.
        if (!(entry.Status < StatusCodes.Status400BadRequest ? _usual : _failed).TryTake(Environment.TickCount64))
        {
            return;
        }

        var sequence = Interlocked.Increment(ref _last);
        ref var place = ref _slots[sequence % Kept];
        var slot = Volatile.Read(ref place) ?? Create(ref place);
        var grown = slot.Keep(sequence, entry, http, body, content, path, isFunction, sender);
        if (grown != 0 && Interlocked.Add(ref _extra, grown) > MostExtra)
        {
            DropOldest();
        }

        Signal.Raise();
    }

    /// <summary>The requests after a number, oldest first, without their bodies.</summary>
    public IEnumerable<RequestRecord> Since(long sequence)
    {
        var last = Last;
        for (var i = Math.Max(Math.Max(sequence, Volatile.Read(ref _first)), last - Kept) + 1; i <= last; i++)
        {
            // One that has its number already and is still being written comes with the next look.
            var slot = Volatile.Read(ref _slots[i % Kept]);
            if (slot is null || slot.Sequence < i)
            {
                yield break;
            }

            if (slot.Read(i, hasBodies: false) is { } record)
            {
                yield return record;
            }
        }
    }

    /// <summary>The request of a SID, with its bodies; null where it is not kept.</summary>
    public RequestRecord? Find(string sid)
    {
        foreach (var slot in _slots)
        {
            if (slot?.Find(sid) is { } sequence && sequence > Volatile.Read(ref _first))
            {
                return slot.Read(sequence, hasBodies: true);
            }
        }

        return null;
    }

    /// <summary>Forgets all. Numbers go on: who has seen one never misses what comes after it.</summary>
    public void Clear()
    {
        Volatile.Write(ref _first, Last);
        foreach (var slot in _slots)
        {
            Interlocked.Add(ref _extra, -(slot?.DropExtra() ?? 0));
        }

        Lines.Clear();
        Outbound.Clear();
        Signal.Raise();
    }

    private static RequestSlot Create(ref RequestSlot? place)
    {
        var made = new RequestSlot();
        return Interlocked.CompareExchange(ref place, made, null) ?? made;
    }

    private void DropOldest()
    {
        while (Volatile.Read(ref _extra) > MostExtra)
        {
            var next = Interlocked.Increment(ref _dropped);
            var oldest = Last - Kept + 1;
            if (next < oldest)
            {
                Interlocked.CompareExchange(ref _dropped, oldest - 1, next);
                continue;
            }

            if (next >= Last)
            {
                return;
            }

            Interlocked.Add(ref _extra, -(_slots[next % Kept]?.DropExtra() ?? 0));
        }
    }
}
