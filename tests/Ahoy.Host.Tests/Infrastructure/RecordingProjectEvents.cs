using System.Collections.Concurrent;
using Ahoy.Host.Environments;
using Ahoy.Host.Development;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>Keeps what happened to a project.</summary>
internal sealed class RecordingProjectEvents : IProjectEvents
{
    private int _reloads;

    public int Reloads => _reloads;

    public ConcurrentQueue<ProjectException> Problems { get; } = new();

    public void OnReloaded(ServedEnvironment served) => Interlocked.Increment(ref _reloads);

    public ConcurrentQueue<string> Warnings { get; } = new();

    public void OnWarning(ServedEnvironment served, string message) => Warnings.Enqueue(message);

    public void OnBroken(ProjectException problem) => Problems.Enqueue(problem);
}
