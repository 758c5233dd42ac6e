namespace Ahoy.Deploy;

/// <summary>A deploy that failed: in which step, at what, why, and what to try. What ran before goes on running.</summary>
public sealed class DeployFailedException : Exception
{
    internal DeployFailedException(string step, string? sid, TimeSpan elapsed, string reason, string advice, Exception? inner)
        : base(
            FormattableString.Invariant(
                $"The deploy failed in the step '{step}' after {elapsed.TotalSeconds:0.0} s{(sid is null ? "" : $" ({sid})")}: {reason.TrimEnd('.')}. {advice}"),
            inner)
    {
        Step = step;
        Sid = sid;
        Elapsed = elapsed;
    }

    /// <summary>The step's name.</summary>
    public string Step { get; }

    /// <summary>The resource that it was at, or null.</summary>
    public string? Sid { get; }

    /// <summary>The time since the deploy began.</summary>
    public TimeSpan Elapsed { get; }
}
