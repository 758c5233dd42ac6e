using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>Gathers the nodes of the lists that are being parsed, one on top of the other, and makes exact arrays of them.</summary>
internal sealed class NodeBuffer
{
    private Node?[] _items = new Node?[128];
    private int _count;
    private int _highest;

    /// <summary>How many nodes there is room for.</summary>
    public int Capacity => _items.Length;

    /// <summary>Where the list that begins now starts.</summary>
    public int Mark => _count;

    public void Add(Node? node)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = node;
        _highest = Math.Max(_highest, _count);
    }

    /// <summary>Forgets all nodes, so that none is kept alive, and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(_items, 0, _highest);
        _count = _highest = 0;
    }

    public int CountFrom(int mark) => _count - mark;

    public Node? this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Forgets what was added since <paramref name="mark"/>.</summary>
    public void Drop(int mark) => _count = mark;

    /// <summary>Makes a list of what was added since <paramref name="mark"/>.</summary>
    public NodeList<T> Take<T>(int mark)
        where T : Node? => new(TakeArray(mark));

    /// <summary>Makes two lists of what was added since <paramref name="mark"/>: the first, third … and the second, fourth ….</summary>
    public (NodeList<TemplateElement> Odd, NodeList<Expression> Even) TakeAlternating(int mark)
    {
        var length = _count - mark;
        var odd = new Node?[(length + 1) / 2];
        var even = length < 2 ? null : new Node?[length / 2];
        for (var i = 0; i < length; i++)
        {
            (i % 2 == 0 ? odd : even!)[i / 2] = _items[mark + i];
        }

        _count = mark;
        return (new(odd), new(even));
    }

    private Node?[]? TakeArray(int mark)
    {
        var length = _count - mark;
        if (length == 0)
        {
            return null;
        }

        var array = new Node?[length];
        if (length == 1)
        {
            array[0] = _items[mark];
        }
        else
        {
            Array.Copy(_items, mark, array, 0, length);
        }

        _count = mark;
        return array;
    }
}
