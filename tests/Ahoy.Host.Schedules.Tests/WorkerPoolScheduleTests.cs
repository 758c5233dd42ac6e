using System.Globalization;
using Ahoy.Host.Workers.Pool;
using Microsoft.Coyote;
using Microsoft.Coyote.Rewriting;
using Microsoft.Coyote.Specifications;
using Microsoft.Coyote.SystematicTesting;

namespace Ahoy.Host.Schedules.Tests;

/// <summary>
/// The pool's shell under schedules that Coyote chooses: no action is lost or performed under the lock, each worker's frames keep their
/// order, nothing waits for ever, and whoever asked gets one answer, the own one.
/// </summary>
/// <remarks><c>bench/run pool</c> runs more of them, by the variables below.</remarks>
public sealed class WorkerPoolScheduleTests(ITestOutputHelper output)
{
    [Fact]
    public void Assemblies_AreRewritten()
    {
        Assert.True(RewritingEngine.IsAssemblyRewritten(typeof(WorkerPool).Assembly));
        Assert.True(RewritingEngine.IsAssemblyRewritten(typeof(WorkerPoolScheduleTests).Assembly));
    }

    [Fact]
    public void Coyote_FindsALostUpdate()
    {
        var report = Explore(LoseUpdateAsync, 1000);

        Assert.Equal(1, report.NumOfFoundBugs);
    }

    [Fact]
    public void Submits_SideBySide_AreAllAnswered() => Verify(async () =>
    {
        var scenario = new PoolScenario();
        await scenario.RunAsync(() => scenario.Submit(), () => scenario.Submit(), () => scenario.Submit(1));

        await scenario.Pool.DisposeAsync();
        scenario.CheckAnswers();
    });

    [Fact]
    public void AWorker_ThatDies_TakesNoQueueAlong() => Verify(async () =>
    {
        var scenario = new PoolScenario();
        await scenario.RunAsync(() => scenario.Submit());
        await scenario.RunAsync(() => scenario.Submit(), () => scenario.Submit(), scenario.CrashAWorker, () => scenario.Submit());

        await scenario.Pool.DisposeAsync();
        scenario.CheckAnswers();
    });

    [Fact]
    public void ASwitch_AmongSubmits_LosesNone() => Verify(async () =>
    {
        var scenario = new PoolScenario();
        await scenario.RunAsync(() => scenario.Submit());
        await scenario.RunAsync(() => scenario.Submit(), scenario.Switch, () => scenario.Submit(1));
        await scenario.CheckFirstWorkerEndsAsync();

        await scenario.Pool.DisposeAsync();
        scenario.CheckAnswers();
    });

    [Fact]
    public void TheClock_AmongSubmits_TakesNothingFromWhatRuns() => Verify(async () =>
    {
        var scenario = new PoolScenario();
        await scenario.RunAsync(() => scenario.Submit());
        await scenario.RunAsync(() => scenario.Submit(), () => scenario.Submit(), () => scenario.Submit(1), () => scenario.PassTime(25), () => scenario.PassTime(6));

        await scenario.Pool.DisposeAsync();
        scenario.CheckAnswers();
    });

    [Fact]
    public void AStart_ThatFails_AnswersWhatWaits() => Verify(async () =>
    {
        var scenario = new PoolScenario(failingStarts: 1);
        await scenario.RunAsync(() => scenario.Submit(), () => scenario.Submit());

        await scenario.Pool.DisposeAsync();
        scenario.CheckAnswers();
    });

    [Fact]
    public void ADispose_AmongSubmits_AnswersThemAll() => Verify(async () =>
    {
        var scenario = new PoolScenario();
        await scenario.RunAsync(() => scenario.Submit(), scenario.Dispose, () => scenario.Submit());

        scenario.CheckAnswers();
    });

    private static async Task LoseUpdateAsync()
    {
        var value = 0;
        var gate = new object();
        var tasks = new[] { Task.Run(Add), Task.Run(Add) };
        foreach (var task in tasks)
        {
            await task;
        }

        Specification.Assert(value == 2, "An update was lost.");

        void Add()
        {
            int read;
            lock (gate)
            {
                read = value;
            }

            lock (gate)
            {
                value = read + 1;
            }
        }
    }

    private static uint Read(string variable, uint usual) =>
        uint.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private void Verify(Func<Task> scenario)
    {
        var report = Explore(scenario, Read("AHOY_POOL_SCHEDULES", 200));
        output.WriteLine($"{report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths} schedules");
        foreach (var invocation in report.UncontrolledInvocations)
        {
            output.WriteLine($"not controlled: {invocation}");
        }

        Assert.Empty(report.BugReports);
        Assert.Empty(report.InternalErrors);
    }

    private static TestReport Explore(Func<Task> scenario, uint count)
    {
        var configuration = Configuration.Create()
            .WithTestingIterations(count)
            // A fair one: what waits for the clock is found to be lost only if everyone else had the chance to take it.
            .WithRandomStrategy()
            .WithRandomGeneratorSeed(Read("AHOY_POOL_SEED", 1))
            .WithVerbosityEnabled(Microsoft.Coyote.Logging.VerbosityLevel.None)
            .WithTelemetryEnabled(false);
        using var engine = TestingEngine.Create(configuration, scenario);
        engine.Run();
        return engine.TestReport;
    }
}
