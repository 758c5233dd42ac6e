namespace Ahoy.Simulator.Rest.Storage;

/// <summary>The items of one list, in the order in which they were made.</summary>
internal sealed class StoredCollection
{
    private readonly List<StoredItem> _items = [];
    private readonly Dictionary<string, StoredItem> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredItem> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<StoredItem> Items => _items;

    /// <summary>What the next item's index is, where items are counted.</summary>
    public int NextIndex { get; set; }

    public StoredItem? Find(string keyOrName)
    {
        return _keys.TryGetValue(keyOrName, out var item) || _names.TryGetValue(keyOrName, out item) ? item : null;
    }

    public void Add(StoredItem item)
    {
        _keys.Add(item.Key, item);
        _items.Add(item);
    }

    /// <summary>Gives an item another name, or none.</summary>
    public void Rename(StoredItem item, string? name)
    {
        if (item.UniqueName is { } before)
        {
            _names.Remove(before);
        }

        item.UniqueName = name;
        if (name is not null)
        {
            _names[name] = item;
        }
    }

    public void Remove(StoredItem item)
    {
        Rename(item, null);
        _keys.Remove(item.Key);
        _items.Remove(item);
    }
}
