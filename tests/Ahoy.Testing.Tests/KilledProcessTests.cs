using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Testing.Tests;

/// <summary>This test process, started once more with tests that use services, and killed: nothing of it is left.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int AtOnce = 4;
    private const double LongestAfter = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // The moments of one seed are the same again; a variable names the seed of a run to repeat.
    private static readonly int s_seed =
        int.TryParse(Environment.GetEnvironmentVariable("AHOY_SEED"), CultureInfo.InvariantCulture, out var named) ? named : Environment.TickCount;

    [Fact]
    public async Task Process_KilledAtRandomMoments_LeavesNoProcess_AndNoFiles()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It looks into /proc.");
        output.WriteLine($"AHOY_SEED={s_seed}");
        var temporary = Directory.CreateTempSubdirectory("ahoy-kill-").FullName;
        try
        {
            // One that is not killed says what a run needs: it has hosts and workers.
            var clock = Stopwatch.StartNew();
            var whole = await RunAsync(temporary, moment: null);
            Assert.True(whole >= 3, $"{whole} processes at most: there was no host, or no Node.");

            // A stage and some time after it, so that a slow machine is not killed before it has started anything.
            var random = new Random(s_seed);
            var moments = Enumerable.Range(0, Kills).Select(_ => (Stage: random.Next(StayingTests.Stages), After: TimeSpan.FromMilliseconds(random.NextDouble() * LongestAfter))).ToList();
            var killed = new int[Kills];
            await Parallel.ForEachAsync(
                moments.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (moment, _) => killed[moment.Index] = await RunAsync(temporary, moment.Item));

            var withHost = killed.Count(processes => processes > 1);
            output.WriteLine($"{Kills} kills in {clock.Elapsed.TotalSeconds:0.0} s; {withHost} of them had a host");
            Assert.True(withHost >= Kills / 3, $"AHOY_SEED={s_seed}: only {withHost} of {Kills} had a host when they were killed.");
            Assert.Empty(Directory.EnumerateFileSystemEntries(temporary).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    // Each runs in a session of its own, which all that it starts stays in, also where its parents are gone. Gives how many processes there were.
    private static async Task<int> RunAsync(string temporary, (int Stage, TimeSpan After)? moment)
    {
        using var folder = new TemporaryService();
        var stages = Path.Combine(folder.Path, "stages");
        var start = new ProcessStartInfo("setsid", ["dotnet", "exec", typeof(KilledProcessTests).Assembly.Location, "-class", typeof(StayingTests).FullName!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        start.Environment[StayingTests.Variable] = stages;
        // Sockets for debuggers would be left by .NET itself.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var processes = 0;
        if (moment is var (stage, after))
        {
            await UntilAsync(() => process.HasExited || (File.Exists(stages) && File.ReadLines(stages).Count() > stage), "it did not get to its stage");
            await Task.Delay(after);
            processes = Sessions.Of(process.Id).Count;
            process.Kill();
            await process.WaitForExitAsync();
        }
        else
        {
            await UntilAsync(() => (processes = Math.Max(processes, Sessions.Of(process.Id).Count)) < 0 || process.HasExited, "it did not end");
            Assert.True(process.ExitCode == 0, await said + await errors);
        }

        await UntilAsync(() => Sessions.Of(process.Id).Count == 0, () => $"killed {moment}, these were left: {string.Join("; ", Sessions.Of(process.Id))}");
        return processes;
    }

    private static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(condition, () => what);

    private static async Task UntilAsync(Func<bool> condition, Func<string> what)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < s_patience, $"AHOY_SEED={s_seed}: {what()}");
        }
    }
}
