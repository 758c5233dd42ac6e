using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>One way in which a function ends.</summary>
internal sealed class FunctionEnd(FunctionEndKind kind, PathState state, AbstractValue value, TextRange span)
{
    public FunctionEndKind Kind => kind;

    public PathState State => state;

    /// <summary>What it returns.</summary>
    public AbstractValue Value => value;

    /// <summary>The <c>return</c>, the closing brace, or the end of the arm that is to blame.</summary>
    public TextRange Span => span;

    /// <summary>Whether it ends in an error.</summary>
    public bool IsError => kind is FunctionEndKind.Throw or FunctionEndKind.RejectedAwait;

    public FunctionEnd With(PathState other) => new(kind, other, value, span);
}
