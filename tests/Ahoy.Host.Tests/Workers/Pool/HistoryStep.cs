using CsCheck;

namespace Ahoy.Host.Tests.Workers.Pool;

/// <summary>What happens in a step of a history.</summary>
internal enum HistoryStepKind
{
    Submit,
    PerformNext,
    StartSucceeds,
    StartFails,
    Finish,
    BeginNext,
    Read,
    EndRead,
    PassTime,
    Die,
    BreakConnection,
    Leave,
    HoldBack,
    GrowMemory,
    AttachDebugger,
    Switch,
    Prepare,
    Dispose,
}

/// <summary>One step; the two numbers choose among what there is, so that every step is possible at every time.</summary>
internal readonly record struct HistoryStep(HistoryStepKind Kind, int A, int B)
{
    public override string ToString() => $"new({nameof(HistoryStepKind)}.{Kind}, {A}, {B})";
}

/// <summary>Steps one after the other, and the limits of the pool that they happen to.</summary>
internal sealed record PoolHistory(HistoryLimits Limits, HistoryStep[] Steps)
{
    private static readonly Gen<HistoryStepKind> s_kind = Gen.Frequency(
        (24, HistoryStepKind.Submit),
        (30, HistoryStepKind.PerformNext),
        (12, HistoryStepKind.StartSucceeds),
        (2, HistoryStepKind.StartFails),
        (16, HistoryStepKind.Finish),
        (12, HistoryStepKind.BeginNext),
        (24, HistoryStepKind.Read),
        (10, HistoryStepKind.EndRead),
        (16, HistoryStepKind.PassTime),
        (3, HistoryStepKind.Die),
        (2, HistoryStepKind.BreakConnection),
        (2, HistoryStepKind.Leave),
        (3, HistoryStepKind.HoldBack),
        (2, HistoryStepKind.GrowMemory),
        (1, HistoryStepKind.AttachDebugger),
        (3, HistoryStepKind.Switch),
        (1, HistoryStepKind.Prepare),
        (1, HistoryStepKind.Dispose));

    /// <summary>Any history of up to 120 steps.</summary>
    public static Gen<PoolHistory> Any { get; } = Gen.Select(
        HistoryLimits.Any,
        Gen.Select(s_kind, Gen.Int[0, 99], Gen.Int[0, 99], (kind, a, b) => new HistoryStep(kind, a, b)).Array[0, 120],
        (limits, steps) => new PoolHistory(limits, steps));

    public override string ToString() => $"new({Limits}, [{string.Join(", ", Steps)}])";
}

/// <summary>Small limits, so that a short history meets them.</summary>
internal readonly record struct HistoryLimits(int MaxWorkers, int StartsAtOnce, int BusyEnough, int QueueDepth, bool GivesLastBack)
{
    public static Gen<HistoryLimits> Any { get; } = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 2], Gen.Int[1, 4], Gen.Bool, (max, starts, busy, depth, last) => new HistoryLimits(max, starts, busy, depth, last));

    public override string ToString() => $"new({MaxWorkers}, {StartsAtOnce}, {BusyEnough}, {QueueDepth}, {(GivesLastBack ? "true" : "false")})";
}
