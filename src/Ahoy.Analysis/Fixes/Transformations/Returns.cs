using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes.Transformations;

/// <summary>Finds what belongs to one function and not to those within it.</summary>
internal static class Returns
{
    /// <summary>The <c>return</c> statements of a function itself.</summary>
    public static IReadOnlyList<ReturnStatement> In(IFunction function) => [.. OwnNodes(function).OfType<ReturnStatement>()];

    /// <summary>The nodes of a function's body that are evaluated as a part of it, in the order of the source.</summary>
    public static IEnumerable<Node> OwnNodes(IFunction function)
    {
        var pending = new Stack<Node>();
        pending.Push(function.Body);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            if (node is IFunction or IClass)
            {
                continue;
            }

            foreach (var child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }
}
