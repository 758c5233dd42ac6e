using Ahoy.Host.Logs;

namespace Ahoy.Host.Commands;

/// <summary>Opens the log that the host writes to its standard output; beside a command that writes there, to standard error.</summary>
internal static class HostLog
{
    /// <summary>If it is not empty, nothing is written in colour.</summary>
    public const string NoColorVariable = "NO_COLOR";

    public static StreamLog Open(bool writesJson, TimeProvider time, bool writesToErrors = false)
    {
        var hasColours = !(writesToErrors ? Console.IsErrorRedirected : Console.IsOutputRedirected) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NoColorVariable));
        ILogFormatter formatter = writesJson ? new JsonFormatter() : new TextFormatter(new TextStyle(hasColours), time.LocalTimeZone);
        return new StreamLog(writesToErrors ? Console.OpenStandardError() : Console.OpenStandardOutput(), formatter, time);
    }
}
