using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Runs <c>if</c>.</summary>
internal sealed class Branches(Interpreter interpreter)
{
    public List<PathState> Run(IfStatement branch, List<PathState> states, Frame frame)
    {
        var whenTrue = new List<PathState>();
        var whenFalse = new List<PathState>();
        foreach (var state in SignalledByNothing.Apply(branch.Test, states, interpreter.Scopes))
        {
            interpreter.Conditions.Branch(branch.Test, state, frame, whenTrue, whenFalse);
        }

        var test = TextRange.FromBounds(branch.Test.Start, branch.Test.End);
        return Arm.Join(states,
        [
            RunArm(branch.Consequent, Enter(whenTrue, test), frame),
            branch.Alternate is { } alternate
                ? RunArm(alternate, Enter(whenFalse, test), frame)
                : new Arm(Enter(whenFalse, test), null, Completes: false),
        ]);
    }

    private static List<PathState> Enter(List<PathState> states, TextRange test) =>
        PathSet.Join(states.ConvertAll(state => state with { LastBranch = test }));

    /// <summary>The place that stands for the end of an arm: its brace, or all of a statement without braces.</summary>
    public static TextRange EndOf(Statement arm) => arm is BlockStatement
        ? TextRange.FromBounds(Math.Max(arm.Start, arm.End - 1), arm.End)
        : TextRange.FromBounds(arm.Start, arm.End);

    private Arm RunArm(Statement body, List<PathState> states, Frame frame)
    {
        var left = frame.Left.Count;
        var ends = interpreter.Statements.Run(body, states, frame);
        var completes = ends.Any(static state => state.MayComplete) || frame.Left.Skip(left).Any(static state => state.MayComplete);

        // `else if` without a last `else` ends where the whole ladder does.
        return new Arm(ends, body is IfStatement ? null : EndOf(body), completes);
    }
}
