using Ahoy.Host.Deployments;
using Ahoy.Host.Development;
using Ahoy.Host.Logs;

namespace Ahoy.Host.Commands;

/// <summary>Writes to the log what happens to a project that is being served.</summary>
internal sealed class ProjectEventLog(ILogSink log, TimeProvider time) : IProjectEvents
{
    /// <summary>What is being served.</summary>
    public Deployment? Deployment { get; set; }

    /// <summary>Who else is told of new code.</summary>
    public Action<Deployment>? Reloaded { get; set; }

    public void OnReloaded(Deployment deployment)
    {
        Deployment = deployment;
        Reloaded?.Invoke(deployment);
        Write(deployment, OutputLevel.Info, "The project's code changed: requests from now on run the new one.");
    }

    public void OnBroken(ProjectException problem)
    {
        if (Deployment is { } deployment)
        {
            Write(deployment, OutputLevel.Error, $"The project changed to what can't be served, so the state before goes on: {problem.Message}");
        }
    }

    private void Write(Deployment deployment, OutputLevel level, string message) =>
        log.Write(new OutputEntry(time.GetUtcNow(), deployment, null, null, level, 0, message));
}
