using Ahoy.Host.Logs;

namespace Ahoy.Host.Commands;

/// <summary>Writes to two logs.</summary>
internal sealed class BothLogs(ILogSink first, ILogSink second) : ILogSink
{
    public void Write(in OutputEntry entry)
    {
        first.Write(entry);
        second.Write(entry);
    }

    public void Write(in RequestEntry entry)
    {
        first.Write(entry);
        second.Write(entry);
    }
}
