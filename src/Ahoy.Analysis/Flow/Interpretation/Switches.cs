using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>Runs <c>switch</c>.</summary>
internal sealed class Switches(Interpreter interpreter)
{
    public List<PathState> Run(SwitchStatement choice, List<PathState> states, Frame frame, IReadOnlyCollection<string> labels)
    {
        states = PathSet.Join(interpreter.Run(choice.Discriminant, states, frame));
        var entries = Enter(choice, states, frame, out var past);
        var target = new JumpTarget(labels, takesBreak: true, takesContinue: false);
        frame.Targets.Add(target);
        var arms = new List<Arm>();
        var running = new List<PathState>();
        for (var i = 0; i < choice.Cases.Count; i++)
        {
            var statements = choice.Cases[i].Consequent;
            var left = frame.Left.Count;
            var breaks = target.Breaks.Count;
            running = interpreter.Statements.Run(statements, PathSet.Join([.. running, .. entries[i]]), frame);
            var completes = frame.Left.Skip(left).Any(static state => state.MayComplete);
            foreach (var group in target.Breaks.Skip(breaks).GroupBy(static jump => jump.Jump))
            {
                arms.Add(new Arm([.. group.Select(static jump => jump.State)], TextRange.FromBounds(group.Key.Start, group.Key.End), completes));
            }

            if (completes && target.Breaks.Count == breaks)
            {
                arms.Add(new Arm([], null, Completes: true));
            }
        }

        frame.Targets.Remove(target);
        if (choice.Cases.Count > 0)
        {
            var last = choice.Cases[choice.Cases.Count - 1].Consequent;
            TextRange? end = last.Count > 0 ? Branches.EndOf(last[last.Count - 1]) : null;
            arms.Add(new Arm(running, end, running.Any(static state => state.MayComplete)));
        }

        arms.Add(new Arm(past, null, Completes: false));
        return Arm.Join(states, arms);
    }

    /// <summary>The paths that begin at each case; those that begin at none go past the statement.</summary>
    private List<PathState>[] Enter(SwitchStatement choice, List<PathState> states, Frame frame, out List<PathState> past)
    {
        var entries = new List<PathState>[choice.Cases.Count];
        var unmatched = states;
        var defaultCase = -1;
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = [];
            if (choice.Cases[i].Test is not { } test)
            {
                defaultCase = i;
                continue;
            }

            var others = new List<PathState>();
            foreach (var state in unmatched)
            {
                if (choice.Discriminant is BooleanLiteral { Value: true })
                {
                    interpreter.Conditions.Branch(test, state, frame, entries[i], others);
                }
                else
                {
                    interpreter.Conditions.BranchCase(choice.Discriminant, test, state, entries[i], others);
                }
            }

            unmatched = PathSet.Join(others);
        }

        if (defaultCase >= 0)
        {
            entries[defaultCase].AddRange(unmatched);
            unmatched = [];
        }

        past = unmatched;
        return entries;
    }
}
