using Ahoy.Fuzzing.Engine;
using Ahoy.Fuzzing.Targets;
using Ahoy.TestSupport;

namespace Ahoy.Fuzzing.Tests;

/// <summary>Each target for a moment, on the same inputs every time; <c>bench/run fuzz</c> runs them for as long as one likes.</summary>
public sealed class TargetTests
{
    private const int Seed = 1;
    private const int Inputs = 1500;

    // The inputs end it; the time is for a machine that is very busy.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Names() => new(AllTargets.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_OnRandomInput_StandsIt(string name)
    {
        using var target = AllTargets.Create(name);

        var result = new FuzzSession(target, Seed).Run(s_longest, Inputs);

        Assert.InRange(result.Inputs, Inputs / 10, Inputs);
    }

    [Fact]
    public async Task WorkersFrames_InNode_StandRandomInput()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Node", "frames.cjs");

        var result = await ProcessRunner.RunAsync(
            "node",
            [script, Repository.Combine("src", "Ahoy.Host", "Workers", "node"), $"{Seed}", "30", "500"],
            AppContext.BaseDirectory,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("inputs", result.Output);
    }
}
