namespace Ahoy.Host.Gateway;

/// <summary>How many invocations of a Service are under way. Page: Functions and Assets FAQ.</summary>
internal sealed class ConcurrencyLimit(int limit)
{
    private int _count;

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= limit)
        {
            return true;
        }

        Interlocked.Decrement(ref _count);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
