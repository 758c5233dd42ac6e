using Ahoy.Host.Logs;

namespace Ahoy.Host.Journal;

/// <summary>Keeps the lines of a log as well as passing them on. It stands where credentials have been taken out of them.</summary>
internal sealed class JournalLog(ILogSink inner, RequestJournal journal) : ILogSink
{
    public void Write(in OutputEntry entry)
    {
        inner.Write(entry);
        journal.Lines.Keep(entry);
        journal.Signal.Raise();
    }

    public void Write(in RequestEntry entry) => inner.Write(entry);
}
