using System.Diagnostics;
using System.Globalization;
using Ahoy.Integrity.Hosts;
using Ahoy.Integrity.Reports;

namespace Ahoy.Integrity;

/// <summary>Starts a host of a project and one of deployed Services, asks both at random, disturbs them, and compares all that they answer and log.</summary>
internal sealed class IntegrityRun
{
    private static readonly TimeSpan s_betweenHangs = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(12);

    private readonly IntegrityOptions _options;
    private readonly Tally _tally = new();
    private long _startedAt;
    private int _lastId;
    private int _hangs;

    private IntegrityRun(IntegrityOptions options) => _options = options;

    /// <summary>Runs it to its end.</summary>
    public static Task<IntegrityResult> RunAsync(IntegrityOptions options) => new IntegrityRun(options).RunAsync();

    private async Task<IntegrityResult> RunAsync()
    {
        await using var project = await SavedProject.StartAsync(_options.HostAssembly).ConfigureAwait(false);
        await using var deployed = await DeployedService.StartAsync(_options.HostAssembly).ConfigureAwait(false);
        _startedAt = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource(_options.Duration);
        var projectKills = new KillRecord();
        var deployedKills = new KillRecord();
        await Task.WhenAll(
            LoadAsync(project, projectKills, _options.StartClients, _options.Seed, stop.Token),
            LoadAsync(deployed, deployedKills, _options.ServeClients, _options.Seed + 1000, stop.Token)).ConfigureAwait(false);
        var killed = await FinishAsync(project, projectKills).ConfigureAwait(false) + await FinishAsync(deployed, deployedKills).ConfigureAwait(false);
        return new IntegrityResult
        {
            Right = _tally.Right,
            Wrong = _tally.Wrong,
            Limited = _tally.Refused,
            Killed = killed,
            Problems = _tally.Problems,
            Circumstances = string.Create(
                CultureInfo.InvariantCulture,
                $"seed {_options.Seed}, {_options.Duration.TotalSeconds:0} s: {project.Changes} saves, {deployed.Changes} deploys, {projectKills.Kills + deployedKills.Kills} kills, {_hangs} invocations over their time, {_tally.Left} clients that went away, {_tally.Unjudged} answers of a file that this machine saved too slowly; {project.Log.Lines + deployed.Log.Lines} log lines, {project.Log.DroppedLines + deployed.Log.DroppedLines} said to be dropped"),
        };
    }

    private async Task LoadAsync(IServiceUnderTest service, KillRecord kills, int clients, int seed, CancellationToken stop)
    {
        var killer = new WorkerKiller(service.Host, kills);
        await Task.WhenAll(
        [
            service.ChangeAsync(new Random(seed - 1), _tally, stop),
            killer.RunAsync(new Random(seed - 2), stop),
            .. Enumerable.Range(0, clients).Select(i => Task.Run(() =>
                new Client(
                    i.ToString(CultureInfo.InvariantCulture), seed + i, service, _tally, kills, killer, () => Interlocked.Increment(ref _lastId), () => i == 0 && TakesHang()).RunAsync(stop),
                CancellationToken.None)),
        ]).ConfigureAwait(false);
    }

    // Now and then an invocation runs over its time, where the run goes on for long enough.
    private bool TakesHang()
    {
        var passed = Stopwatch.GetElapsedTime(_startedAt);
        if (_options.Duration - passed < s_hang || passed < _hangs * s_betweenHangs)
        {
            return false;
        }

        Interlocked.Increment(ref _hangs);
        return true;
    }

    private async Task<int> FinishAsync(IServiceUnderTest service, KillRecord kills)
    {
        if (!await service.Host.StopAsync().ConfigureAwait(false))
        {
            _tally.Fail(service.Name, "the host did not stop");
        }

        var (explained, unexplained) = kills.Match();
        foreach (var request in unexplained)
        {
            _tally.Fail(request, "its worker ended as one that is killed, and no worker was killed that it can have run in");
        }

        var (wrong, problems) = service.Log.Finish();
        for (var i = 0; i < wrong; i++)
        {
            _tally.Fail($"log of {service.Name}", i < problems.Count ? problems[i] : "it has more that is wrong");
        }

        return explained;
    }
}
