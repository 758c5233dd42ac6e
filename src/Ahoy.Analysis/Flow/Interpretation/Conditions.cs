using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Parts paths by a condition, and drops those that can't be.</summary>
internal sealed class Conditions
{
    private readonly Interpreter _interpreter;
    private readonly ConditionReader _reader;
    private readonly HashSet<string> _repeated;

    public Conditions(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _reader = new ConditionReader(interpreter.Scopes);
        _repeated = RepeatedTopics.Find(interpreter.Scopes.Program, _reader);
    }

    /// <summary>Sends a path to where a condition is true, to where it is false, or to both.</summary>
    public void Branch(Expression test, PathState state, Frame frame, List<PathState> whenTrue, List<PathState> whenFalse)
    {
        switch (test)
        {
            case UnaryExpression { Operator: "!" } negation:
                Branch(negation.Argument, state, frame, whenFalse, whenTrue);
                return;
            case LogicalExpression { Operator: "&&" } and:
                Branch(and.Right, Part(and.Left, state, frame, wanted: true, whenFalse), frame, whenTrue, whenFalse);
                return;
            case LogicalExpression { Operator: "||" } or:
                Branch(or.Right, Part(or.Left, state, frame, wanted: false, whenTrue), frame, whenTrue, whenFalse);
                return;
            case CallExpression { Callee: Identifier { Name: "Boolean" }, Arguments: { Count: 1 } arguments } when arguments[0] is not SpreadElement:
                Branch(arguments[0], state, frame, whenTrue, whenFalse);
                return;
        }

        foreach (var result in _interpreter.Evaluate(test, state, frame))
        {
            Decide(test, _reader.Read(test), result.State, result.Value.Truth, whenTrue, whenFalse);
        }
    }

    /// <summary>Sends a path to a <c>case</c>, past it, or both ways.</summary>
    public void BranchCase(Expression subject, Expression test, PathState state, List<PathState> whenEqual, List<PathState> whenOther) =>
        Decide(test, _reader.ReadCase(subject, test), state, null, whenEqual, whenOther);

    private void Branch(Expression test, List<PathState> states, Frame frame, List<PathState> whenTrue, List<PathState> whenFalse)
    {
        foreach (var state in states)
        {
            Branch(test, state, frame, whenTrue, whenFalse);
        }
    }

    /// <summary>The paths on which a condition is as wanted; the others go elsewhere.</summary>
    private List<PathState> Part(Expression test, PathState state, Frame frame, bool wanted, List<PathState> others)
    {
        var matching = new List<PathState>();
        Branch(test, state, frame, wanted ? matching : others, wanted ? others : matching);
        return matching;
    }

    private void Decide(
        Expression test, Condition? condition, PathState state, bool? truth, List<PathState> whenTrue, List<PathState> whenFalse)
    {
        if ((truth ?? (condition is null ? null : state.Facts.Ask(condition))) is { } known)
        {
            (known ? whenTrue : whenFalse).Add(state);
            return;
        }

        var bindings = condition is null ? _interpreter.Closures.BindingsIn(test) : condition.Bindings;
        if (bindings.Any(binding => _interpreter.Closures.IsShared(binding, state, _interpreter.Root)))
        {
            // A flag or a counter that other code sets beside the callback: who answers is agreed upon at run time.
            state = state.Obscure();
        }

        whenTrue.Add(Assume(state, condition, true));
        whenFalse.Add(Assume(state, condition, false));
    }

    /// <summary>Remembers an answer, where anything asks for it again.</summary>
    private PathState Assume(PathState state, Condition? condition, bool outcome) =>
        condition is not null && _repeated.Contains(condition.Topic) ? state with { Facts = state.Facts.Assume(condition, outcome) } : state;
}
