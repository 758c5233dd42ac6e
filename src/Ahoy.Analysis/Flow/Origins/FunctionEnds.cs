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
        _ => false,
    };
}
