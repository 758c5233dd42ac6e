using System.Collections.Concurrent;
using System.Diagnostics;
using Ahoy.Integrity.Hosts;
using Ahoy.Integrity.Reports;
using Ahoy.TestSupport;

namespace Ahoy.Integrity;

/// <summary>Kills workers (SIGKILL) that have said in an answer who they are.</summary>
internal sealed class WorkerKiller(HostProcess host, KillRecord record)
{
    private readonly ConcurrentDictionary<int, bool> _workers = new();

    /// <summary>A worker has answered.</summary>
    public void Saw(int worker) => _workers.TryAdd(worker, true);

    /// <summary>Kills one worker after the other until it is cancelled.</summary>
    public async Task RunAsync(Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(300, 1800), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var workers = _workers.Keys.Order().ToList();
            if (workers.Count == 0 || stop.IsCancellationRequested)
            {
                continue;
            }

            var worker = workers[random.Next(workers.Count)];
            _workers.TryRemove(worker, out _);
            // The number of one that has ended may be another process's by now.
            if (!ProcessFamily.Of(host.Id).Contains(worker) || worker == host.Id)
            {
                continue;
            }

            try
            {
                record.AddKill();
                Process.GetProcessById(worker).Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has just ended by itself. That it counts as a kill excuses nothing: nobody says to be its victim.
            }
        }
    }
}
