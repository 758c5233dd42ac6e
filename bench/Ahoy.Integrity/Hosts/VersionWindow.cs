namespace Ahoy.Integrity.Hosts;

/// <summary>Which versions of the Service an answer can be of.</summary>
internal sealed class VersionWindow
{
    private volatile int _oldest = 1;
    private volatile int _newest = 1;

    /// <summary>The version that is served for certain, or a later one.</summary>
    public int Oldest => _oldest;

    /// <summary>The newest version that there is.</summary>
    public int Newest => _newest;

    /// <summary>Another version is about to be saved or deployed, and may be served from now on.</summary>
    public int Begin() => Interlocked.Increment(ref _newest);

    /// <summary>The host has said that it serves the newest version.</summary>
    public void Complete() => _oldest = _newest;
}
