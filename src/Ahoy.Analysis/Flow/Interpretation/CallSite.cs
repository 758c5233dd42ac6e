using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>A call on one path, with what is called and what it is given.</summary>
internal sealed record CallSite(CallExpression Call, Frame Frame, PathState State, AbstractValue Callee)
{
    /// <summary>The object of a method call.</summary>
    public AbstractValue Receiver { get; init; } = AbstractValue.Unknown;

    /// <summary>The name of the method, where it is known.</summary>
    public string? Method { get; init; }

    /// <summary>The method's name in the source.</summary>
    public Node? MethodNode { get; init; }

    /// <summary>The values of the arguments.</summary>
    public IReadOnlyList<AbstractValue> Arguments { get; init; } = [];

    /// <summary>The value of an argument; unknown where there is none.</summary>
    public AbstractValue ArgumentAt(int index) => index < Arguments.Count ? Arguments[index] : AbstractValue.Unknown;

    public CallSite With(PathState state, IReadOnlyList<AbstractValue> arguments) => this with { State = state, Arguments = arguments };
}
