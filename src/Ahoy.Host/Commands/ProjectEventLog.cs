using Ahoy.Host.Environments;
using Ahoy.Host.Development;
using Ahoy.Host.Logs;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>Writes to the log what happens to a project that is being served.</summary>
internal sealed class ProjectEventLog(ILogSink log, TimeProvider time) : IProjectEvents, ICompilerEvents
{
    /// <summary>What is being served.</summary>
    public ServedEnvironment? Served { get; set; }

    /// <summary>Who else is told of new code.</summary>
    public Action<ServedEnvironment>? Reloaded { get; set; }

    public void OnReloaded(ServedEnvironment served)
    {
        var message = Served is { } before ? ProjectChange.Describe(before, served) : ProjectChange.OfCode;
        Served = served;
        Reloaded?.Invoke(served);
        Write(served, OutputLevel.Info, message);
    }

    public void OnWarning(ServedEnvironment served, string message) => Write(served, OutputLevel.Warn, message);

    public void OnBroken(ProjectException problem)
    {
        if (Served is { } served)
        {
            Write(served, OutputLevel.Error, $"The project changed to what can't be served, so the state before goes on: {problem.Message}");
        }
    }

    public void OnUncompiled(string message)
    {
        if (Served is { } served)
        {
            Write(served, OutputLevel.Error, message);
        }
    }

    public void OnCompilerWarning(string message)
    {
        if (Served is { } served)
        {
            Write(served, OutputLevel.Warn, message);
        }
    }

    public void OnScriptLine(string line)
    {
        if (Served is { } served)
        {
            Write(served, OutputLevel.Info, line);
        }
    }

    public void OnScriptEnded(string script, int exitCode)
    {
        if (Served is { } served)
        {
            Write(served, exitCode == 0 ? OutputLevel.Warn : OutputLevel.Error, $"The script '{script}' has ended with the exit code {exitCode}: the Assets are not made again until the next start.");
        }
    }

    private void Write(ServedEnvironment served, OutputLevel level, string message) =>
        log.Write(new OutputEntry(time.GetUtcNow(), served, null, null, level, 0, message));
}
