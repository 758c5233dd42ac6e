namespace Ahoy.Host.Journal;

/// <summary>Wakes those who wait for something new. Where nobody waits, to raise it costs a look.</summary>
internal sealed class JournalSignal
{
    private TaskCompletionSource? _waiting;

    /// <summary>There is something new.</summary>
    public void Raise()
    {
        if (Volatile.Read(ref _waiting) is not null)
        {
            Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
        }
    }

    /// <summary>Ends with the next thing that is new. Ask for it before you look at what there is.</summary>
    public Task Next()
    {
        var waiting = Volatile.Read(ref _waiting);
        if (waiting is null)
        {
            // The waiting go on on threads of their own: a request does not wait for them.
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = Interlocked.CompareExchange(ref _waiting, made, null) ?? made;
        }

        return waiting.Task;
    }
}
