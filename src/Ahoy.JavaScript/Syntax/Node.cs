using System.Text;

namespace Ahoy.JavaScript.Syntax;

/// <summary>
/// A node of the tree. Types and fields carry ESTree's names. Nodes never change, and may be read from any thread; the way up is <see cref="ParentLinks"/>'.
/// </summary>
public abstract class Node
{
    private protected Node(int start, int end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The offset of the first UTF-16 code unit in the source.</summary>
    public int Start { get; }

    /// <summary>The offset after the last UTF-16 code unit in the source.</summary>
    public int End { get; }

    /// <summary>ESTree's name of the node's type.</summary>
    public abstract string Type { get; }

    /// <summary>The nodes directly below this one, in the order of the source.</summary>
    public ChildNodes Children => new(this);

    /// <summary>What <see cref="ParentLinks"/> has found.</summary>
    internal Node? ParentLink { get; set; }

    /// <summary>How many indices <see cref="ChildAt"/> takes.</summary>
    internal virtual int ChildCount => 0;

    /// <summary>Calls the method of <paramref name="visitor"/> that is made for this type.</summary>
    public abstract void Accept(NodeVisitor visitor);

    /// <summary>This node and all below it, each before its children, in the order of the source.</summary>
    public IEnumerable<Node> DescendantsAndSelf()
    {
        var pending = new Stack<Node>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            yield return node;
            for (var i = node.ChildCount - 1; i >= 0; i--)
            {
                if (node.ChildAt(i) is { } child)
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The tree from here down as ESTree JSON, offsets as <c>start</c> and <c>end</c>.</summary>
    public string ToEstreeJson()
    {
        var output = new StringBuilder();
        new EstreeWriter(output).Write(this);
        return output.ToString();
    }

    /// <summary>Writes the tree from here down as ESTree JSON.</summary>
    public void ToEstreeJson(StringBuilder output) => new EstreeWriter(output).Write(this);

    /// <summary>The child at an index, in the order of the source; an absent optional child is <see langword="null"/>.</summary>
    internal virtual Node? ChildAt(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Writes the fields that ESTree gives this type.</summary>
    internal virtual void WriteFields(EstreeWriter writer)
    {
    }
}
