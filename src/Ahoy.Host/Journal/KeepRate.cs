namespace Ahoy.Host.Journal;

/// <summary>
/// Bounds what is kept of very many: a thousand at once, and then one a millisecond. Nobody could look at more, and to keep them would cost each of them a part of its time.
/// Threads share it without a lock: what they take from one another here is a few more or less.
/// </summary>
internal sealed class KeepRate
{
    /// <summary>How many are kept at once.</summary>
    public const int Burst = RequestJournal.Kept;

    private long _time;
    private int _left = Burst;

    /// <summary>How many were left out.</summary>
    public long Skipped { get; private set; }

    /// <summary>Whether the next one is kept.</summary>
    /// <param name="milliseconds">The time, from any moment on.</param>
    public bool TryTake(long milliseconds)
    {
        var passed = milliseconds - _time;
        if (passed > 0)
        {
            _time = milliseconds;
            _left = (int)Math.Min(Burst, Math.Max(_left, 0) + passed);
        }

        if (_left <= 0)
        {
            Skipped++;
            return false;
        }

        _left--;
        return true;
    }
}
