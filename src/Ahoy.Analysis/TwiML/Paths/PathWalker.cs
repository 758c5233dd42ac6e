using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.TwiML.Reading;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Paths;

/// <summary>
/// Runs a handler on all its paths without knowing any input, and notes what they add to responses. Conditions go both ways, loops run not at
/// all and once, functions of the file are run in place, and those of promise chains as their links settle.
/// </summary>
internal sealed partial class PathWalker
{
    private const int MostStates = 64;
    private const int MostSteps = 10_000;
    private const int MostCalls = 8;

    /// <summary>What a call of a function of the file costs, in statements.</summary>
    private const int CallCost = 3;

    private readonly SourceFile _file;
    private readonly TwiMLFacts _facts;
    private readonly PathMarks _marks;
    private readonly OriginFinder _origins;
    private readonly Dictionary<Node, TwiMLElement> _texts = [];
    private readonly List<TwiMLPath> _ends = [];
    private readonly Stack<Node> _running = new();
    private int _steps;

    public PathWalker(SourceFile file, TwiMLFacts facts)
    {
        _file = file;
        _facts = facts;
        _marks = new PathMarks(file, facts);
        _origins = OriginFinder.Of(file);
        foreach (var text in facts.Texts)
        {
            if (text is { Expression: { } expression, Root: { } root, IsHandedOver: false })
            {
                _texts[expression] = root;
            }
        }
    }

    /// <summary>Whether something is done with a response that can't be followed, or too much.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>The paths to where the handler ends.</summary>
    public IReadOnlyList<TwiMLPath> Ends => _ends;

    /// <summary>Runs a handler.</summary>
    public void Run(IFunction handler)
    {
        var seen = new HashSet<long>();
        foreach (var (state, value) in Call(handler, [], PathState.Start, frame: new PathFrame()))
        {
            if (value.Settled != false && seen.Add(state.Trace))
            {
                _ends.Add(new TwiMLPath([.. state.Responses.Values.Select(static chain => chain.ToList())]));
            }
        }
    }

    /// <summary>Runs a function: each way in which it ends, with what it returns.</summary>
    private List<(PathState State, PathValue Value)> Call(IFunction function, IReadOnlyList<PathValue> arguments, PathState state, PathFrame frame)
    {
        var node = (Node)function;
        if (_running.Count == MostCalls || _running.Contains(node) || function.Generator)
        {
            IsGivenUp |= _marks.Contains(node) && !function.Generator;
            return [(state, default)];
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        _steps += CallCost;
        state = Bind(function, arguments, state);
        _running.Push(node);
        var inner = new PathFrame();
        if (function.Body is BlockStatement body)
        {
            var ends = Execute(body.Body, [state], inner);
            inner.Returns.AddRange(ends.Select(end => (end, default(PathValue))));
        }
        else
        {
            inner.Returns.AddRange(Evaluate(function.Body, state, inner));
        }

        _running.Pop();
        if (function.Async)
        {
            inner.Returns.AddRange(inner.Throws.Select(thrown => (thrown, new PathValue(null, Settled: false))));
        }
        else
        {
            frame.Throws.AddRange(inner.Throws);
        }

        return Join(inner.Returns);
    }

    private PathState Bind(IFunction function, IReadOnlyList<PathValue> arguments, PathState state)
    {
        for (var i = 0; i < function.Params.Count; i++)
        {
            if (_file.Scopes.BindingOf(function.Params[i]) is { } parameter)
            {
                state = i < arguments.Count && arguments[i].Response is { } response ? state.Hold(parameter, response) : state.Release(parameter);
            }
        }

        return state;
    }

    /// <summary>Leaves out paths that don't differ from others, and gives up where too many do.</summary>
    private List<PathState> Join(List<PathState> states)
    {
        if (states.Count <= 1)
        {
            return states;
        }

        var keys = new HashSet<(long, int)>();
        var joined = states.FindAll(state => keys.Add(state.Key));
        return Limit(joined);
    }

    private List<(PathState State, PathValue Value)> Join(List<(PathState State, PathValue Value)> ends)
    {
        if (ends.Count <= 1)
        {
            return ends;
        }

        var keys = new HashSet<(long, int, PathValue)>();
        return Limit(ends.FindAll(end => keys.Add((end.State.Key.Trace, end.State.Key.Holders, end.Value))));
    }

    private List<T> Limit<T>(List<T> states)
    {
        if (IsGivenUp || states.Count > MostStates || ++_steps > MostSteps)
        {
            IsGivenUp = true;
            return states.Count > 1 ? states.GetRange(0, 1) : states;
        }

        return states;
    }
}
