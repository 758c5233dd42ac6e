namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// Visits a tree. Each type of node has its method (declared beside the node), which by default visits the children.
/// However deep the tree is, the stack suffices as long as nodes are visited by <see cref="Visit"/> or
/// <see cref="VisitChildren"/>: where it runs low, the visit goes on on a new one.
/// </summary>
public abstract partial class NodeVisitor
{
    private const int LevelsBetweenStackChecks = 16;

    private int _depth;

    /// <summary>Visits a node, if there is one.</summary>
    public virtual void Visit(Node? node)
    {
        if (node is null)
        {
            return;
        }

        _depth++;
        if (_depth % LevelsBetweenStackChecks == 0 && !StackGuard.HasRoom())
        {
            VisitOnNewStack(node);
        }
        else
        {
            node.Accept(this);
        }

        _depth--;
    }

    /// <summary>Visits the nodes of a list, without the absent ones.</summary>
    public void Visit<T>(NodeList<T> nodes)
        where T : Node?
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            Visit(nodes[i]);
        }
    }

    /// <summary>Visits the children of a node in the order of the source.</summary>
    public void VisitChildren(Node node)
    {
        var count = node.ChildCount;
        for (var i = 0; i < count; i++)
        {
            Visit(node.ChildAt(i));
        }
    }

    // Apart from Visit, so that only the rare case pays for the closure.
    private void VisitOnNewStack(Node node) => StackGuard.Run(() => node.Accept(this));
}
