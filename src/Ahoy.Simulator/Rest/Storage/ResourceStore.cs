namespace Ahoy.Simulator.Rest.Storage;

/// <summary>
/// What was made through the API and isn't the simulated world's own, by the address of its list (`sync.twilio.com/v1/Services/IS…/Lists`).
/// Whoever uses it holds <see cref="Gate"/>.
/// </summary>
internal sealed class ResourceStore
{
    private readonly Dictionary<string, StoredCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Host, string Template), StoredResource> _resources = [];

    public Lock Gate { get; } = new();

    /// <summary>The resource whose list has this template, without extension.</summary>
    public StoredResource? Resource(string host, string template)
    {
        return _resources.GetValueOrDefault((host, template));
    }

    public void Register(string host, string template, StoredResource resource)
    {
        _resources[(host, template)] = resource;
    }

    public StoredCollection Collection(string address)
    {
        return _collections.TryGetValue(address, out var collection) ? collection : _collections[address] = new StoredCollection();
    }

    /// <summary>The items of a list that have not expired; those that have are removed.</summary>
    public IReadOnlyList<StoredItem> List(string address, DateTimeOffset now)
    {
        var collection = Collection(address);
        foreach (var item in collection.Items.Where(item => item.Expires <= now).ToList())
        {
            Remove(address, item);
        }

        return collection.Items;
    }

    public StoredItem? Find(string address, string keyOrName, DateTimeOffset now)
    {
        var item = Collection(address).Find(keyOrName);
        if (item?.Expires <= now)
        {
            Remove(address, item);
            return null;
        }

        return item;
    }

    /// <summary>Removes an item and everything below it.</summary>
    public void Remove(string address, StoredItem item)
    {
        Collection(address).Remove(item);
        var below = $"{address}/{item.Key}/";
        foreach (var key in _collections.Keys.Where(key => key.StartsWith(below, StringComparison.Ordinal)).ToList())
        {
            _collections.Remove(key);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (Gate)
        {
            _collections.Clear();
        }
    }
}
