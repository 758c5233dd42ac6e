using Ahoy.Host.Environments;
using Ahoy.Model;

namespace Ahoy.Host.Workers;

/// <summary>A Function of a served Environment, as requests are routed to it.</summary>
internal sealed class FunctionTarget
{
    // A run that takes long is not held against it longer than some twenty that do not.
    private const double LongestRun = 50;
    private const double FastRun = 2;
    private const double Weight = 0.125;

    private double _usualRun = double.NaN;

    public FunctionTarget(ServedEnvironment served, Resource resource, int index)
    {
        Served = served;
        Resource = resource;
        Index = index;
    }

    public ServedEnvironment Served { get; }

    public Resource Resource { get; }

    /// <summary>The place among the Functions of the Build.</summary>
    public int Index { get; }

    /// <summary>Whether its invocations usually take less than it takes to hand one to another worker.</summary>
    public bool IsFast => _usualRun < FastRun;

    /// <summary>Notes how long an invocation took, in milliseconds.</summary>
    public void NoteRun(double milliseconds)
    {
        var run = Math.Min(milliseconds, LongestRun);
        _usualRun = double.IsNaN(_usualRun) ? run : _usualRun + (Weight * (run - _usualRun));
    }
}
