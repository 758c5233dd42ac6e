using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Runs loops: not at all, once and twice. What a third round could add, the second one has added.
/// </summary>
internal sealed class Loops(Interpreter interpreter)
{
    public List<PathState> Run(Statement loop, List<PathState> states, Frame frame, IReadOnlyCollection<string> labels)
    {
        switch (loop)
        {
            case WhileStatement statement:
                return Run(new LoopShape(statement.Body) { Test = statement.Test }, states, frame, labels);
            case DoWhileStatement statement:
                return Run(new LoopShape(statement.Body) { Test = statement.Test, BodyFirst = true }, states, frame, labels);
            case ForStatement statement:
                states = statement.Init switch
                {
                    VariableDeclaration declaration => interpreter.Statements.Run(declaration, states, frame),
                    { } expression => interpreter.Run(expression, states, frame),
                    null => states,
                };
                var entered = IsEnteredForCertain(statement);
                return Run(new LoopShape(statement.Body) { Test = statement.Test, Update = statement.Update, BodyFirst = entered }, states, frame, labels);
            case ForInStatement statement:
                states = interpreter.Run(statement.Right, states, frame);
                return Run(new LoopShape(statement.Body) { Element = statement.Left }, states, frame, labels);
            default:
                var each = (ForOfStatement)loop;
                states = each.Await
                    ? [.. states.SelectMany(state => interpreter.Promises.Await(each.Right, state, frame)).Select(static result => result.State)]
                    : interpreter.Run(each.Right, states, frame);
                return Run(new LoopShape(each.Body) { Element = each.Left }, states, frame, labels);
        }
    }

    private List<PathState> Run(LoopShape loop, List<PathState> states, Frame frame, IReadOnlyCollection<string> labels)
    {
        var target = new JumpTarget(labels, takesBreak: true, takesContinue: true);
        frame.Targets.Add(target);
        interpreter.LoopDepth++;
        var skips = new List<PathState>();
        var first = Round(loop, PathSet.Join(states), target, skips, frame, skipsTest: loop.BodyFirst);

        // Where each round answers, only a loop that is not entered does not, and nobody can tell here whether there is one.
        List<PathState> exits = first.All(static state => state.MayComplete) ? skips.ConvertAll(static state => state.Escape()) : skips;

        var outer = interpreter.IsUncertain;
        interpreter.IsUncertain |= !first.All(static state => state.MayComplete);
        var second = Round(loop, first, target, exits, frame, skipsTest: false);
        interpreter.IsUncertain = outer;
        interpreter.LoopDepth--;
        Leave(loop, second, exits, frame);
        frame.Targets.Remove(target);
        exits.AddRange(target.Breaks.Select(static jump => jump.State));

        // An arm in the loop is not where a path ends that has left the loop behind.
        return PathSet.Join(exits.ConvertAll(static state => state.Pin is null ? state : state with { Pin = null }));
    }

    /// <summary>The paths that have been through the body once more; those that leave by the test go to the exits.</summary>
    private List<PathState> Round(LoopShape loop, List<PathState> states, JumpTarget target, List<PathState> exits, Frame frame, bool skipsTest)
    {
        if (!skipsTest)
        {
            states = Leave(loop, states, exits, frame);
        }

        if (loop.Element is { } element)
        {
            var pattern = element is VariableDeclaration declaration ? declaration.Declarations[0].Id : element;
            states = states.ConvertAll(state => interpreter.Expressions.Bind(pattern, AbstractValue.Unknown, state));
        }

        var continues = target.Continues.Count;
        var ends = interpreter.Statements.Run(loop.Body, PathSet.Join(states), frame);
        ends = PathSet.Join([.. ends, .. target.Continues.Skip(continues).Select(static jump => jump.State)]);
        return loop.Update is { } update ? PathSet.Join(interpreter.Run(update, ends, frame)) : ends;
    }

    /// <summary>Parts the paths by the loop's test; those that go on are returned.</summary>
    private List<PathState> Leave(LoopShape loop, List<PathState> states, List<PathState> exits, Frame frame)
    {
        if (loop.Test is not { } test)
        {
            if (loop.Element is not null)
            {
                exits.AddRange(states);
            }

            return states;
        }

        var inside = new List<PathState>();
        var outside = new List<PathState>();
        foreach (var state in states)
        {
            interpreter.Conditions.Branch(test, state, frame, inside, outside);
        }

        // Whether such a loop ends by its test depends on the body's: nobody can tell here.
        exits.AddRange(AsksForTheLastRound(loop) ? outside.ConvertAll(static state => state.Escape()) : outside);
        return PathSet.Join(inside);
    }

    /// <summary>
    /// Whether the body asks itself whether this is the last round, as retries do: <c>if (attempt === 3) return callback(error)</c>.
    /// </summary>
    private bool AsksForTheLastRound(LoopShape loop)
    {
        if (loop.AsksForTheLastRound is { } known)
        {
            return known;
        }

        var counters = new HashSet<Binding>(interpreter.Closures.BindingsIn(loop.Test!)
            .Where(static binding => binding.Kind != BindingKind.Parameter && !binding.IsConstant));
        var asks = counters.Count > 0 && loop.Body.DescendantsAndSelf().Any(node =>
            node is IfStatement branch && interpreter.Closures.BindingsIn(branch.Test).Any(counters.Contains));
        loop.AsksForTheLastRound = asks;
        return asks;
    }

    /// <summary>Whether the test holds the first time: <c>for (let i = 0; i &lt; 3; i++)</c>.</summary>
    private static bool IsEnteredForCertain(ForStatement loop) =>
        loop is
        {
            Init: VariableDeclaration { Declarations: { Count: 1 } declarations },
            Test: BinaryExpression { Left: Identifier tested, Right: NumericLiteral { Value: var limit } } test,
        }
        && declarations[0] is { Id: Identifier declared, Init: NumericLiteral { Value: var first } }
        && declared.Name == tested.Name
        && test.Operator switch
        {
            "<" => first < limit,
            "<=" => first <= limit,
            ">" => first > limit,
            ">=" => first >= limit,
            _ => false,
        };

    /// <summary>What loops have in common.</summary>
    private sealed class LoopShape(Statement body)
    {
        public Statement Body => body;

        public Expression? Test { get; init; }

        public Expression? Update { get; init; }

        /// <summary>The variable that takes each element.</summary>
        public Node? Element { get; init; }

        /// <summary>Whether the first round comes before the first test.</summary>
        public bool BodyFirst { get; init; }

        public bool? AsksForTheLastRound { get; set; }
    }
}
