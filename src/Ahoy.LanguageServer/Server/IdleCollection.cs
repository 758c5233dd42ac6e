namespace Ahoy.LanguageServer.Server;

/// <summary>
/// Gives memory back once nobody has said anything for a moment: an editor runs all day, and what the last keys have left behind would stay until many more of them come.
/// </summary>
internal sealed class IdleCollection : IDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(500);

    private readonly Timer _timer = new(static _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));

    /// <summary>Somebody has said something.</summary>
    public void Postpone() => _timer.Change(s_moment, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
