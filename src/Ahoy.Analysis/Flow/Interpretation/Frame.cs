using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>One run of a function.</summary>
internal sealed class Frame(IFunction function, Frame? caller, Node? callSite)
{
    /// <summary>The function.</summary>
    public IFunction Function => function;

    /// <summary>The run that calls it on the same path; null where something else calls it later.</summary>
    public Frame? Caller => caller;

    /// <summary>The call in <see cref="Caller"/>.</summary>
    public Node? CallSite => callSite;

    /// <summary>What the function is given.</summary>
    public IReadOnlyList<AbstractValue> Arguments { get; set; } = [];

    /// <summary>The steps that a compiler has cut the function into, while they run.</summary>
    public StepRun? Steps { get; set; }

    /// <summary>The ways in which the run ends.</summary>
    public List<FunctionEnd> Ends { get; } = [];

    /// <summary>The innermost <c>try</c> around the current place.</summary>
    public TryScope? Try { get; set; }

    /// <summary>How many <c>catch</c> blocks the current place is in.</summary>
    public int CatchDepth { get; set; }

    /// <summary>The statements around the current place that can be left by <c>break</c> or <c>continue</c>, the innermost last.</summary>
    public List<JumpTarget> Targets { get; } = [];

    /// <summary>The paths that left statements by <c>return</c>, <c>break</c> or <c>continue</c>, in the order in which they did.</summary>
    public List<PathState> Left { get; } = [];

    /// <summary>A path ends in <c>return</c>, or at the end of an arrow function's expression.</summary>
    public void Return(PathState state, AbstractValue value, TextRange span)
    {
        Ends.Add(new FunctionEnd(FunctionEndKind.Return, state, value, span));
        Left.Add(state);
    }

    /// <summary>A path ends in an error, unless a <c>catch</c> takes it.</summary>
    /// <param name="state">The path.</param>
    /// <param name="byAwait">Whether an awaited promise was rejected.</param>
    public void Throw(PathState state, bool byAwait = false)
    {
        if (Try is { } scope)
        {
            scope.Add(state, byAwait);
        }
        else
        {
            Ends.Add(new FunctionEnd(byAwait ? FunctionEndKind.RejectedAwait : FunctionEndKind.Throw, state, AbstractValue.Unknown, default));
        }
    }

    /// <summary>
    /// A call may throw. Where no <c>try</c> of the function looks at that, the request fails at once, which is nobody's concern
    /// here; once the request is answered, it is too unlikely to be reported.
    /// </summary>
    public void MayThrow(PathState state)
    {
        if (state.Completion == Completion.None)
        {
            // Chains that are not yet waited for may be just about to be: `Promise.all([a.then(…), b()])`.
            Try?.Add(state.WithoutLooseChains(), byAwait: false);
        }
    }

    /// <summary>Whether a function is running here or in a caller.</summary>
    public bool IsRunning(IFunction other)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (ReferenceEquals(frame.Function, other))
            {
                return true;
            }
        }

        return false;
    }
}
