using System.Diagnostics;

namespace Ahoy.Integrity.Hosts;

/// <summary>Which versions of the Service an answer can be of.</summary>
internal sealed class VersionWindow
{
    // A host waits for half a second.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    private volatile int _oldest = 1;
    private volatile int _newest = 1;
    private long _emptiedAt;
    private long _emptyUntil = long.MinValue;

    /// <summary>The version that is served for certain, or a later one.</summary>
    public int Oldest => _oldest;

    /// <summary>The newest version that there is.</summary>
    public int Newest => _newest;

    /// <summary>Another version is about to be saved or deployed, and may be served from now on.</summary>
    public int Begin() => Interlocked.Increment(ref _newest);

    /// <summary>A file is about to be emptied and then written.</summary>
    public void BeginInPlace() => Interlocked.Exchange(ref _emptiedAt, Stopwatch.GetTimestamp());

    /// <summary>It is written.</summary>
    public void EndInPlace()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Exchange(ref _emptiedAt, 0)) > s_patience)
        {
            Interlocked.Exchange(ref _emptyUntil, Stopwatch.GetTimestamp() + Stopwatch.Frequency);
        }
    }

    /// <summary>
    /// Whether an empty file could be taken for one that is meant to be empty by a request that was sent then: the machine was so busy that there was
    /// more time between emptying and writing than a host waits.
    /// </summary>
    public bool CouldSeeEmptyFile(long sentAt)
    {
        var emptiedAt = Interlocked.Read(ref _emptiedAt);
        return (emptiedAt != 0 && Stopwatch.GetElapsedTime(emptiedAt) > s_patience) || sentAt <= Interlocked.Read(ref _emptyUntil);
    }

    /// <summary>The host has said that it serves the newest version.</summary>
    public void Complete() => _oldest = _newest;
}
