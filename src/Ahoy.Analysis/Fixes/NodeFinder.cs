using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes;

/// <summary>Finds nodes by where they stand.</summary>
internal static class NodeFinder
{
    /// <summary>The innermost node that covers a span.</summary>
    public static Node Innermost(Node root, int start, int end)
    {
        var node = root;
        while (CoveringChild(node, start, end) is { } child)
        {
            node = child;
        }

        return node;
    }

    private static Node? CoveringChild(Node node, int start, int end)
    {
        foreach (var child in node.Children)
        {
            if (child.Start <= start && end <= child.End)
            {
                return child;
            }
        }

        return null;
    }
}
