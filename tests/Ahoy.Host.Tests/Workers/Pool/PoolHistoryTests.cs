using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>Random histories of a pool: whatever happens, <see cref="PoolInvariants"/> hold and each invocation has its one answer in the end.</summary>
/// <remarks><c>bench/run pool</c> runs the same with more of them, by the variables below.</remarks>
public sealed class PoolHistoryTests(ITestOutputHelper output)
{
    [Fact]
    public void AnyHistory_KeepsTheInvariants()
    {
        var count = Read("AHOY_POOL_HISTORIES", 3_000);
        var seed = Read("AHOY_POOL_SEED", 1);
        var start = Stopwatch.GetTimestamp();
        var steps = 0L;
        for (var i = 0; i < count; i++)
        {
            // A generator for each history, so that one can be had again without those before it.
            var random = new PCG((uint)i, (ulong)seed);
            var state = random.State;
            var history = PoolHistory.Any.Generate(random, null, out _);
            steps += history.Steps.Length;
            if (HistoryReducer.FailureOf(history) is { } failure)
            {
                var smallest = HistoryReducer.Reduce(history);
                Assert.Fail($"""
                    History {i} of seed {seed} ({random.ToString(state)}): {failure.Message}
                    Reduced to: PoolSimulation.Run({smallest});
                    {HistoryReducer.FailureOf(smallest)}
                    """);
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} histories of {steps} steps, seed {seed}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, no counterexample"));
    }

    private static long Read(string variable, long usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : usual;
}
