namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>Where paths leave the statements of one run of a function.</summary>
internal sealed class PathFrame
{
    /// <summary>The paths that return, each with what.</summary>
    public List<(PathState State, PathValue Value)> Returns { get; } = [];

    /// <summary>The paths that throw to the innermost <c>try</c>.</summary>
    public List<PathState> Throws { get; set; } = [];

    /// <summary>The paths that leave the innermost loop or <c>switch</c>.</summary>
    public List<PathState> Breaks { get; set; } = [];

    /// <summary>The paths that go on with the next round of the innermost loop.</summary>
    public List<PathState> Continues { get; set; } = [];
}
