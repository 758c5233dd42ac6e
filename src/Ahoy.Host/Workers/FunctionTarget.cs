using Ahoy.Host.Deployments;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>A Function of a deployment, as requests are routed to it.</summary>
internal sealed class FunctionTarget
{
    // Of a Function that was fast so often in a row, the next invocation may wait behind another one.
    private const int FastRunsWanted = 3;
    private static readonly long s_fast = (long)(0.002 * System.Diagnostics.Stopwatch.Frequency);

    private int _fastRuns;

    public FunctionTarget(Deployment deployment, Resource resource, int index)
    {
        Deployment = deployment;
        Resource = resource;
        Index = index;
    }

    public Deployment Deployment { get; }

    public Resource Resource { get; }

    /// <summary>The place among the Functions of the Build.</summary>
    public int Index { get; }

    /// <summary>Whether its last invocations all took less than it takes to hand one to another worker.</summary>
    public bool IsFast => _fastRuns >= FastRunsWanted;

    /// <summary>Notes how long an invocation took, in ticks of the stopwatch.</summary>
    public void NoteRun(long ticks) => _fastRuns = ticks <= s_fast ? Math.Min(_fastRuns + 1, FastRunsWanted) : 0;
}
