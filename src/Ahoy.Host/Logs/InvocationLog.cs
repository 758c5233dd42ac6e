using Ahoy.Host.Environments;
using Ahoy.Host.Workers;

namespace Ahoy.Host.Logs;

/// <summary>Makes log lines of what Functions print, with the codes that the platform gives warnings and errors.</summary>
internal sealed class InvocationLog(ILogSink sink, TimeProvider time) : IInvocationLog
{
    public void Write(ServedEnvironment served, LastRun? run, OutputLevel level, string message)
    {
        var code = level switch
        {
            OutputLevel.Warn => ErrorCodes.Warning,
            OutputLevel.Error => ErrorCodes.Error,
            _ => 0,
        };
        sink.Write(new OutputEntry(time.GetUtcNow(), served, run?.Sid.Value, run?.Function.Resource.Path, level, code, message));
    }
}
