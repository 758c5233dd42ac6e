namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// The way up from each node of a tree. A tree has none until somebody makes them, since most readers go down alone; they are kept in the nodes, where they take a quarter of what
/// a table beside them does. To make them again changes nothing, so that several threads may.
/// </summary>
public sealed class ParentLinks
{
    /// <summary>Links all nodes of a tree.</summary>
    /// <param name="root">The node at the top, which has no parent here.</param>
    /// <param name="visit">Is given each node before its children, in the order of the source.</param>
    public ParentLinks(Node root, Action<Node>? visit = null)
    {
        Root = root ?? throw new ArgumentNullException(nameof(root));
        foreach (var node in root.DescendantsAndSelf())
        {
            visit?.Invoke(node);
            foreach (var child in node.Children)
            {
                child.ParentLink = node;
            }
        }
    }

    /// <summary>The node at the top.</summary>
    public Node Root { get; }

    /// <summary>The node that a node of the tree is directly below; null for the one at the top.</summary>
    public Node? ParentOf(Node node) => ReferenceEquals(node, Root) ? null : (node ?? throw new ArgumentNullException(nameof(node))).ParentLink;
}
