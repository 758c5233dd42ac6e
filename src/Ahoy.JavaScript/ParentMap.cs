using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript;

/// <summary>The way up in a tree, whose nodes know only the way down.</summary>
public sealed class ParentMap
{
    private readonly Dictionary<Node, Node> _parents = [];

    private ParentMap(Node root) => Root = root;

    /// <summary>The node at the top.</summary>
    public Node Root { get; }

    /// <summary>Makes the map of a tree.</summary>
    public static ParentMap Create(Node root)
    {
        var map = new ParentMap(root ?? throw new ArgumentNullException(nameof(root)));
        foreach (var node in root.DescendantsAndSelf())
        {
            foreach (var child in node.Children)
            {
                map._parents[child] = node;
            }
        }

        return map;
    }

    /// <summary>The node that a node is a child of; null for the root and for nodes of other trees.</summary>
    public Node? ParentOf(Node node) => _parents.TryGetValue(node, out var parent) ? parent : null;

    /// <summary>The nodes above a node, from its parent to the root.</summary>
    public IEnumerable<Node> AncestorsOf(Node node)
    {
        for (var ancestor = ParentOf(node); ancestor is not null; ancestor = ParentOf(ancestor))
        {
            yield return ancestor;
        }
    }
}
