using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>
/// An item of a List or a Map. Lists of items begin `From` a key, with it or after it (`Bounds`), in either `Order`; a change of an item is one
/// of what it is in.
/// </summary>
internal abstract class SyncItemResource(ResourceStore store, string list, string key) : SyncObjectResource(store, list, key)
{
    private readonly string _container = list[..list.LastIndexOf("/{", StringComparison.Ordinal)];

    /// <inheritdoc/>
    protected sealed override string[] LifetimeParameters => ["ItemTtl", "Ttl"];

    protected abstract int Compare(string left, string right);

    /// <inheritdoc/>
    protected sealed override bool IsListed(RestCall call, StoredItem item)
    {
        return true;
    }

    /// <inheritdoc/>
    protected sealed override IEnumerable<StoredItem> Ordered(RestCall call, IEnumerable<StoredItem> items)
    {
        var direction = call.Parameters["Order"] == "desc" ? -1 : 1;
        var ordered = items.ToList();
        ordered.Sort((left, right) => direction * Compare(left.Key, right.Key));
        if (call.Parameters["From"] is { Length: > 0 } from)
        {
            var least = call.Parameters["Bounds"] == "exclusive" ? 1 : 0;
            ordered.RemoveAll(item => Math.Sign(direction * Compare(item.Key, from)) < least);
        }

        return ordered;
    }

    /// <inheritdoc/>
    protected sealed override void Created(RestCall call, string address, StoredItem item)
    {
        ContainerChanged(call, address);
    }

    /// <inheritdoc/>
    protected sealed override void Updating(RestCall call, string address, StoredItem item, System.Text.Json.Nodes.JsonObject changes)
    {
        base.Updating(call, address, item, changes);
        ContainerChanged(call, address);
    }

    /// <inheritdoc/>
    protected sealed override void Deleting(RestCall call, string address, StoredItem item)
    {
        ContainerChanged(call, address);
    }

    private void ContainerChanged(RestCall call, string address)
    {
        // "…/Lists/ES…/Items": the address of the list's own list, and its SID.
        var parts = address.Split('/');
        var lists = string.Join('/', parts[..^2]);
        if (Store.Resource(Host, _container)?.Find(call, lists, parts[^2]) is not { } container)
        {
            return;
        }

        container.Revision++;
        container.Values["date_updated"] = ApiDates.Iso8601(call.Now);
        if (call.Parameters.Int("CollectionTtl") is { } seconds)
        {
            container.Expires = seconds == 0 ? null : call.Now.AddSeconds(seconds);
            container.Values["date_expires"] = container.Expires is { } end ? ApiDates.Iso8601(end) : null;
        }
    }
}
