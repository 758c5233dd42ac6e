using Ahoy.Host.ControlPlane.Builds;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane;

/// <summary>Cleans the data folder up, at the start and then once an hour: contents without a Version, Builds that are gone, old log lines.</summary>
internal sealed class Maintenance(
    ContentStore contents, VersionStore versions, BuildStore builds, ModuleCache modules, LogDatabase logs, TimeProvider time, ILogger<Maintenance> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(s_interval, time);
        do
        {
            try
            {
                Run();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
            {
                // What could not be removed now is tried again in an hour.
                Log.MaintenanceFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Run()
    {
        var now = time.GetUtcNow();
        logs.RemoveOld(now);
        modules.RemoveBuilds(sid => builds.Find(sid) is not null, now);
        var removed = contents.Collect(versions.UsesContent, now);
        if (removed > 0)
        {
            Log.Collected(logger, removed);
        }
    }
}
