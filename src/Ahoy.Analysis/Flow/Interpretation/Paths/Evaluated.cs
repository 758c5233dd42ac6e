namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A path behind an expression, and the value that the expression has on it.</summary>
internal readonly struct Evaluated(PathState state, AbstractValue value)
{
    public PathState State => state;

    public AbstractValue Value => value;
}
