using Ahoy.Host.Logs;

namespace Ahoy.Host.Commands;

/// <summary>Opens the log that the host writes to its standard output.</summary>
internal static class HostLog
{
    public static StreamLog Open(bool writesJson, TimeProvider time)
    {
        var hasColours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        ILogFormatter formatter = writesJson ? new JsonFormatter() : new TextFormatter(new TextStyle(hasColours), time.LocalTimeZone);
        return new StreamLog(Console.OpenStandardOutput(), formatter, time);
    }
}
