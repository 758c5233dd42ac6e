using Ahoy.Host.Logs;

namespace Ahoy.Host.Commands;

/// <summary>What a <see cref="Verbosity"/> leaves of a log.</summary>
internal static class VerbosityLogs
{
    public static ILogSink Of(this Verbosity level, ILogSink log) => level switch
    {
        Verbosity.Debug or Verbosity.Info => log,
        Verbosity.Warn => new LevelLog(log, OutputLevel.Warn),
        Verbosity.Error => new LevelLog(log, OutputLevel.Error),
        _ => new LevelLog(log, lowest: null),
    };
}
