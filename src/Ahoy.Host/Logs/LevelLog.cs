namespace Ahoy.Host.Logs;

/// <summary>Passes on what is at least of a level; of requests, those whose status says as much.</summary>
/// <param name="inner">The log.</param>
/// <param name="lowest">The lowest level that is passed on; null for nothing at all.</param>
internal sealed class LevelLog(ILogSink inner, OutputLevel? lowest) : ILogSink
{
    public void Write(in OutputEntry entry)
    {
        if (entry.Level >= lowest)
        {
            inner.Write(entry);
        }
    }

    public void Write(in RequestEntry entry)
    {
        var level = entry.Status >= 500 ? OutputLevel.Error : entry.Status >= 400 ? OutputLevel.Warn : OutputLevel.Info;
        if (level >= lowest)
        {
            inner.Write(entry);
        }
    }
}
