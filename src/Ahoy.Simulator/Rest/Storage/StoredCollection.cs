namespace Ahoy.Simulator.Rest.Storage;

/// <summary>The items of one list, in the order in which they were made.</summary>
internal sealed class StoredCollection
{
    private readonly List<StoredItem> _items = [];
    private readonly Dictionary<string, StoredItem> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<StoredItem> Items => _items;

    /// <summary>What the next item's index is, where items are counted.</summary>
    public int NextIndex { get; set; }

    public StoredItem? Find(string keyOrName)
    {
        return _keys.TryGetValue(keyOrName, out var item) ? item : _items.Find(item => item.UniqueName == keyOrName);
    }

    public void Add(StoredItem item)
    {
        _keys.Add(item.Key, item);
        _items.Add(item);
    }

    public void Remove(StoredItem item)
    {
        _keys.Remove(item.Key);
        _items.Remove(item);
    }
}
