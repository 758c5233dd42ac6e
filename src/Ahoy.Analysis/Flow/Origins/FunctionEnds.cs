using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Flow.Origins;

/// <summary>The ways out of a function.</summary>
internal static class FunctionEnds
{
    /// <summary>The <c>return</c> statements of a function; null stands for its closing brace, where that can be reached.</summary>
    public static IEnumerable<ReturnStatement?> Of(IFunction function)
    {
        var returns = new List<ReturnStatement?>();
        Collect(function.Body, returns);
        if (function.Body is BlockStatement block && !block.Body.Any(Leaves))
        {
            returns.Add(null);
        }

        return returns;
    }

    /// <summary>
    /// What a function may return, the arms of <c>?:</c>, <c>&amp;&amp;</c> and their like apart; null stands for nothing at all.
    /// </summary>
    public static IEnumerable<Node?> ValuesOf(IFunction function) =>
        function.Body is BlockStatement ? Of(function).SelectMany(static end => ArmsOf(end?.Argument)) : ArmsOf(function.Body);

    /// <summary>The expressions of which an expression gives the value of one.</summary>
    public static IEnumerable<Node?> ArmsOf(Node? expression) => expression switch
    {
        ConditionalExpression choice => ArmsOf(choice.Consequent).Concat(ArmsOf(choice.Alternate)),
        LogicalExpression logical => ArmsOf(logical.Left).Concat(ArmsOf(logical.Right)),
        SequenceExpression sequence => ArmsOf(sequence.Expressions[sequence.Expressions.Count - 1]),
        _ => [expression],
    };

    private static void Collect(Node node, List<ReturnStatement?> returns)
    {
        if (node is ReturnStatement found)
        {
            returns.Add(found);
        }

        foreach (var child in node.Children)
        {
            if (child is Statement or SwitchCase or CatchClause)
            {
                Collect(child, returns);
            }
        }
    }

    /// <summary>Whether a statement is never passed.</summary>
    private static bool Leaves(Statement statement) => statement switch
    {
        ReturnStatement or ThrowStatement => true,
        BlockStatement block => block.Body.Any(Leaves),
        IfStatement { Alternate: { } alternate } branch => Leaves(branch.Consequent) && Leaves(alternate),
        TryStatement attempt => (attempt.Finalizer is { } last && Leaves(last))
            || (Leaves(attempt.Block) && (attempt.Handler is null || Leaves(attempt.Handler.Body))),
        SwitchStatement choice => choice.Cases.Any(static arm => arm.Test is null)
            && choice.Cases[choice.Cases.Count - 1].Consequent.Any(Leaves)
            && !choice.Cases.Any(static arm => arm.Consequent.Any(IsLeftByBreak)),
        _ => false,
    };

    /// <summary>Whether a <c>break</c> in a statement leads behind the <c>switch</c> around it.</summary>
    private static bool IsLeftByBreak(Node node) => node switch
    {
        BreakStatement => true,
        ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement or SwitchStatement => node.DescendantsAndSelf().Any(static inner => inner is BreakStatement { Label: not null }),
        Statement or CatchClause => node.Children.Any(static child => child is Statement or CatchClause && IsLeftByBreak(child)),
        _ => false,
    };
}
