namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>The errors that arise in a <c>try</c>.</summary>
internal sealed class TryScope
{
    private readonly List<(PathState State, bool ByAwait)> _thrown = [];

    public IReadOnlyList<(PathState State, bool ByAwait)> Thrown => _thrown;

    public void Add(PathState state, bool byAwait)
    {
        // Most calls in a row leave the path as it is.
        if (_thrown.Count == 0 || !ReferenceEquals(_thrown[_thrown.Count - 1].State, state) || _thrown[_thrown.Count - 1].ByAwait != byAwait)
        {
            _thrown.Add((state, byAwait));
        }
    }
}
