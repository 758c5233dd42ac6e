using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Follows the paths through a handler and the functions of the file that it uses. The work is divided among the classes
/// beside this one, by kind of code; this one holds what they share. <c>docs/analysis.md</c> explains the whole.
/// </summary>
internal sealed class Interpreter
{
    /// <summary>
    /// Expressions and statements looked at for one handler. Handlers as people write them take two or three for a line; what takes
    /// more than this is given up, so that no file can hold up an editor.
    /// </summary>
    private const int MostSteps = 30_000;

    /// <summary>Helpers calling helpers deeper than this are not followed.</summary>
    private const int DeepestCall = 24;

    private readonly CancellationToken _cancellation;
    private int _steps;

    public Interpreter(SourceFile source, IFunction root, FlowReport report, CancellationToken cancellation)
    {
        Root = root;
        _cancellation = cancellation;
        Report = report;
        Origins = OriginFinder.Of(source);
        Closures = new Closures(source);
        BlockVariables = BlockVariables.Of(source);
        Completions = new Completions(this);
        Conditions = new Conditions(this);
        Expressions = new Expressions(this);
        Statements = new Statements(this);
        Functions = new Functions(this);
        Calls = new Calls(this);
        Promises = new Promises(this);
    }

    /// <summary>The function that the paths begin in.</summary>
    public IFunction Root { get; }

    public FlowReport Report { get; }

    public OriginFinder Origins { get; }

    public ScopeTree Scopes => Origins.Scopes;

    public Closures Closures { get; }

    public BlockVariables BlockVariables { get; }

    public Completions Completions { get; }

    public Conditions Conditions { get; }

    public Expressions Expressions { get; }

    public Statements Statements { get; }

    public Functions Functions { get; }

    public Calls Calls { get; }

    public Promises Promises { get; }

    /// <summary>Whether calls of the callback in a second round of a loop are none that are certain.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>How many loops the current place is in, those of callers included.</summary>
    public int LoopDepth { get; set; }

    /// <summary>Counts a step, and gives the whole analysis up where there are too many.</summary>
    public void Step()
    {
        if (++_steps > MostSteps)
        {
            throw new AnalysisGivenUpException();
        }

        if (_steps % 256 == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>Whether calls are nested too deeply to follow one more.</summary>
    public static bool IsTooDeep(Frame frame)
    {
        var depth = 0;
        for (var caller = frame; caller is not null; caller = caller.Caller)
        {
            depth++;
        }

        return depth > DeepestCall;
    }

    /// <summary>Evaluates an expression on one path.</summary>
    public List<Evaluated> Evaluate(Node expression, PathState state, Frame frame) => Expressions.Evaluate(expression, state, frame);

    /// <summary>Evaluates an expression whose value does not matter.</summary>
    public List<PathState> Run(Node expression, List<PathState> states, Frame frame)
    {
        var results = new List<PathState>(states.Count);
        foreach (var state in states)
        {
            foreach (var result in Expressions.Evaluate(expression, state, frame))
            {
                results.Add(result.State);
            }
        }

        return results;
    }

    /// <summary>Whether a value is the callback, or something that holds on to it.</summary>
    public bool Carries(AbstractValue value, PathState state) => value switch
    {
        CallbackValue or OutsideValue => true,
        FunctionValue function => Closures.Reaches(function.Function, state) || function.Bound.Any(bound => Carries(bound, state)),
        ListValue list => list.Elements.Any(element => Carries(element, state)),
        PromiseValue promise => promise.Paths.Any(static path => path.MayComplete),
        _ => false,
    };
}
