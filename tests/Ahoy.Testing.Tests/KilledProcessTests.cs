using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Testing.Tests;

/// <summary>This test process, started once more with tests that use services, and killed: nothing of it is left.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int AtOnce = 4;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

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
            // One that is not killed says how long there is something to kill, and what a run needs: it has hosts and workers.
            var clock = Stopwatch.StartNew();
            var whole = await RunAsync(temporary, killAfter: null);
            var longest = Math.Min(clock.Elapsed.TotalMilliseconds, 2500);
            Assert.True(whole.Peak >= 3, $"{whole.Peak} processes at most: there was no host, or no Node.");

            var random = new Random(s_seed);
            var moments = Enumerable.Range(0, Kills).Select(_ => TimeSpan.FromMilliseconds(random.NextDouble() * longest)).ToList();
            var peaks = new int[Kills];
            await Parallel.ForEachAsync(
                moments.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (moment, _) => peaks[moment.Index] = (await RunAsync(temporary, moment.Item)).Peak);

            output.WriteLine($"{Kills} kills in {clock.Elapsed.TotalSeconds:0.0} s; {peaks.Count(peak => peak > 1)} of them had a host");
            Assert.Empty(Directory.EnumerateFileSystemEntries(temporary).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    // Each runs in a session of its own, which all that it starts stays in, also where its parents are gone.
    private static async Task<(int Peak, int Session)> RunAsync(string temporary, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", "exec", typeof(KilledProcessTests).Assembly.Location, "-class", typeof(StayingTests).FullName!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        start.Environment[StayingTests.Variable] = "true";
        // Sockets for debuggers would be left by .NET itself.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0;
        if (killAfter is { } moment)
        {
            await Task.Delay(moment);
            peak = Sessions.Of(process.Id).Count;
            process.Kill();
        }
        else
        {
            while (!ended.IsCompleted)
            {
                peak = Math.Max(peak, Sessions.Of(process.Id).Count);
                await Task.WhenAny(ended, Task.Delay(20));
            }

            Assert.True(process.ExitCode == 0, await said + await errors);
        }

        await ended;
        var patience = Stopwatch.StartNew();
        while (Sessions.Of(process.Id) is { Count: > 0 } left)
        {
            Assert.True(
                patience.Elapsed < s_patience,
                $"AHOY_SEED={s_seed}: killed after {killAfter}, these were left: {string.Join("; ", left)}");
            await Task.Delay(20);
        }

        return (peak, process.Id);
    }
}
