namespace Ahoy.Host.Logs;

/// <summary>Passes log lines on without the credentials that stand in them, whoever wrote them.</summary>
internal sealed class MaskedLog(ILogSink inner, LogMask mask) : ILogSink
{
    public void Write(in OutputEntry entry) => inner.Write(mask.Apply(entry));

    public void Write(in RequestEntry entry) => inner.Write(mask.Apply(entry));
}
