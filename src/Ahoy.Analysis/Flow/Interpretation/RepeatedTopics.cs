using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Interpretation;

/// <summary>
/// Finds what the conditions of a file ask about more than once. Answers to all other questions need not be remembered, which
/// keeps the number of paths small that have to be told apart.
/// </summary>
internal static class RepeatedTopics
{
    public static HashSet<string> Find(Program program, ConditionReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<LogicalExpression>();
        foreach (var node in program.DescendantsAndSelf())
        {
            switch (node)
            {
                case IfStatement branch:
                    Ask(branch.Test);
                    break;
                case ConditionalExpression conditional:
                    Ask(conditional.Test);
                    break;
                case WhileStatement loop:
                    Ask(loop.Test);
                    break;
                case DoWhileStatement loop:
                    Ask(loop.Test);
                    break;
                case ForStatement { Test: { } test }:
                    Ask(test);
                    break;
                case SwitchStatement choice:
                    Ask(choice.Discriminant);
                    if (choice.Cases.Any(static one => one.Test is BooleanLiteral or UnaryExpression { Operator: "!", Argument: NumericLiteral }))
                    {
                        // Of these two, one answer follows from the other.
                        Ask(choice.Discriminant);
                    }

                    break;
                case LogicalExpression { Right: CallExpression or AwaitExpression or SequenceExpression or LogicalExpression or ConditionalExpression } logical when asked.Add(logical):
                    // In `found && callback(null, found)` the left side is a condition like any other; in `name || 'you'` nothing hangs on it.
                    Ask(logical.Left);
                    break;
            }
        }

        return repeated;

        void Ask(Expression test)
        {
            switch (test)
            {
                case UnaryExpression { Operator: "!" } negation:
                    Ask(negation.Argument);
                    break;
                case LogicalExpression logical:
                    asked.Add(logical);
                    Ask(logical.Left);
                    Ask(logical.Right);
                    break;
                default:
                    if (reader.Read(test) is { } condition && !seen.Add(condition.Topic))
                    {
                        repeated.Add(condition.Topic);
                    }

                    break;
            }
        }
    }
}
