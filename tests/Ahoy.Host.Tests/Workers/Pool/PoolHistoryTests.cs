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

    // Histories that failed once, reduced: each shows what a rule of the pool is there for.
    [Fact]
    public void Queue_OfAWorkerThatIsClosedByDispose_IsAnswered() => PoolSimulation.Run(new(new(3, 2, 1, 4, true), [
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.StartSucceeds, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.Dispose, 0, 0)]));

    [Fact]
    public void InvocationBehindOneThatIsGivenBack_HasItsFullTime() => PoolSimulation.Run(new(new(2, 1, 1, 2, true), [
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.StartSucceeds, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.PerformNext, 0, 0),
        new(HistoryStepKind.Finish, 0, 0),
        new(HistoryStepKind.PassTime, 80, 0),
        new(HistoryStepKind.HoldBack, 0, 0),
        new(HistoryStepKind.Read, 0, 0),
        new(HistoryStepKind.PassTime, 85, 43)]));

    [Fact]
    public void Queue_IsTakenBackAsOfTheTimeItWasReadAt() => PoolSimulation.Run(new(new(2, 1, 2, 3, true), [
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.StartSucceeds, 0, 0),
        new(HistoryStepKind.PerformNext, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.BeginNext, 0, 0),
        new(HistoryStepKind.PassTime, 0, 49),
        new(HistoryStepKind.Finish, 0, 0),
        new(HistoryStepKind.Read, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.PassTime, 86, 9)]));

    [Fact]
    public void Queue_OfAWorkerThatDies_GoesToTheIdleOne() => PoolSimulation.Run(new(new(4, 2, 2, 4, false), [
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.Switch, 0, 0),
        new(HistoryStepKind.StartSucceeds, 0, 0),
        new(HistoryStepKind.Die, 0, 0),
        new(HistoryStepKind.Submit, 0, 0),
        new(HistoryStepKind.Submit, 0, 24)]));

    private static long Read(string variable, long usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : usual;
}
