using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Sync Services. Each account has one from the start, which `default` means.</summary>
internal sealed class SyncServiceResource(ResourceStore store) : StoredResource(store, SyncHost.Name, "/v1/Services")
{
    private const string Default = "default";

    /// <inheritdoc/>
    public override StoredItem? Find(RestCall call, string address, string keyOrName)
    {
        return base.Find(call, address, keyOrName) ?? (keyOrName == Default ? AddDefault(call, address) : null);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["friendly_name"] ??= "";
        values["webhooks_from_rest_enabled"] ??= false;
        values["reachability_webhooks_enabled"] ??= false;
        values["acl_enabled"] ??= false;
        values["reachability_debouncing_enabled"] ??= false;
        values["reachability_debouncing_window"] ??= 5000;
        return null;
    }

    private StoredItem AddDefault(RestCall call, string address)
    {
        var item = Add(call, address, new JsonObject
        {
            ["sid"] = Shapes.Sids.New("IS"),
            ["friendly_name"] = "Default Service",
            ["unique_name"] = Default,
        });
        Store.Collection(address).Rename(item, Default);
        return item;
    }
}
