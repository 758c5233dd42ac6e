using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform;

/// <summary>Small questions about nodes that many rules ask.</summary>
internal static class NodeExtensions
{
    /// <summary>The expression without the node that ESTree puts around a chain with <c>?.</c>.</summary>
    public static Node? Unchained(this Node? node) => node is ChainExpression chain ? chain.Expression : node;

    /// <summary>The value of the argument at an index; null where there is none, or a spread before it hides which it is.</summary>
    public static Expression? ArgumentAt(this NodeList<Expression> arguments, int index)
    {
        for (var i = 0; i <= index && i < arguments.Count; i++)
        {
            if (arguments[i] is SpreadElement)
            {
                return null;
            }
        }

        return index < arguments.Count ? arguments[index] : null;
    }

    /// <summary>Whether a node lies in another one, or is it.</summary>
    public static bool IsIn(this Node node, Node outer) => node.Start >= outer.Start && node.End <= outer.End;

    /// <summary>The pattern of a parameter or variable without its default value.</summary>
    public static Node WithoutDefault(this Node pattern) => pattern is AssignmentPattern withDefault ? withDefault.Left : pattern;
}
