using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Items of Sync Maps, each with a key of its own, listed by it.</summary>
internal sealed class SyncMapItemResource(ResourceStore store) : SyncItemResource(store, "/v1/Services/{ServiceSid}/Maps/{MapSid}/Items", "Key")
{
    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        if (Find(call, address, call.Parameters["Key"]!) is not null)
        {
            throw new RestException(409, 54208, "An Item with given key already exists in the Map");
        }

        return base.Creating(call, address, values);
    }

    /// <inheritdoc/>
    protected override int Compare(string left, string right)
    {
        return string.CompareOrdinal(left, right);
    }
}
