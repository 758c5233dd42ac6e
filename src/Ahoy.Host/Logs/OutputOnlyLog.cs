namespace Ahoy.Host.Logs;

/// <summary>Passes on what Functions print, and leaves out the line for each request.</summary>
internal sealed class OutputOnlyLog(ILogSink inner) : ILogSink
{
    public void Write(in OutputEntry entry) => inner.Write(entry);

    public void Write(in RequestEntry entry)
    {
    }
}
