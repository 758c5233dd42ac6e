using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>
/// Checks and packages the Builds that wait, a few at a time. A Build that a crash interrupted is taken up again at the next start.
/// </summary>
internal sealed class BuildRunner(
    BuildQueue queue,
    BuildStore builds,
    VersionStore versions,
    ServiceStore services,
    BuildLayout layout,
    ModuleCache modules,
    PlatformChecks checks,
    ILogger<BuildRunner> logger) : BackgroundService
{
    // The npm client is what takes time, and it waits for the network mostly.
    private const int AtOnce = 4;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var build in builds.InProgress())
        {
            queue.Add(build.Sid);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            queue.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
            (sid, cancellationToken) => new ValueTask(RunAsync(sid, cancellationToken)));

    private async Task RunAsync(string sid, CancellationToken cancellationToken)
    {
        if (builds.Find(sid) is not { } row)
        {
            return;
        }

        string? modulesKey = null;
        var errors = new List<string>();
        try
        {
            var build = layout.Describe(row, versions.InBuild(sid), services.Find(row.ServiceSid)?.UniqueName ?? row.ServiceSid);
            modulesKey = await modules.EnsureAsync(row, cancellationToken);
            errors.AddRange(checks.Run(build, modulesKey));
        }
        catch (ModuleInstallException e)
        {
            errors.Add(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left as it is, the Build would be 'building' for ever, and whoever deploys would wait for it.
            errors.Add($"The host could not package the Build: {e.Message}");
        }

        await builds.FinishAsync(sid, modulesKey, errors, cancellationToken);
        if (errors.Count == 0)
        {
            Log.BuildCompleted(logger, sid, row.ServiceSid);
        }
        else
        {
            Log.BuildFailed(logger, sid, row.ServiceSid, string.Join(" ", errors));
        }
    }
}
