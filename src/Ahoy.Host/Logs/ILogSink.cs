namespace Ahoy.Host.Logs;

/// <summary>Where log lines go. Called on the path of requests: an implementation never waits for a terminal, a disk or a database.</summary>
internal interface ILogSink
{
    void Write(in OutputEntry entry);

    void Write(in RequestEntry entry);
}
