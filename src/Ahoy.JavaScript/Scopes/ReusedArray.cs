namespace Ahoy.JavaScript.Scopes;

/// <summary>A growing array whose room is used again for the next file.</summary>
internal struct ReusedArray<T>
{
    private const int InitialRoom = 64;
    private const int MostRoomKept = 1 << 16;

    private T[] _items;
    private int _used;

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (_items is null)
        {
            _items = new T[InitialRoom];
        }
        else if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    public readonly T[] ToArray()
    {
        if (Count == 0)
        {
            return [];
        }

        var copy = new T[Count];
        Array.Copy(_items, copy, Count);
        return copy;
    }

    /// <summary>Drops the last items, down to a number of them.</summary>
    public void Truncate(int count)
    {
        _used = Math.Max(_used, Count);
        Count = count;
    }

    /// <summary>Drops all items, and the references that they hold.</summary>
    public void Clear()
    {
        if (_items is null)
        {
            return;
        }

        if (_items.Length > MostRoomKept)
        {
            _items = new T[InitialRoom];
        }
        else
        {
            Array.Clear(_items, 0, Math.Max(_used, Count));
        }

        _used = 0;
        Count = 0;
    }
}
