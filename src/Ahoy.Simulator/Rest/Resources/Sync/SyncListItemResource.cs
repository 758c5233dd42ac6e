using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Sync;

/// <summary>Items of Sync Lists, which are counted from 0; an index is never used again.</summary>
internal sealed class SyncListItemResource(ResourceStore store) : SyncItemResource(store, "/v1/Services/{ServiceSid}/Lists/{ListSid}/Items", "Index")
{
    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["index"] = Store.Collection(address).NextIndex++;
        return base.Creating(call, address, values);
    }

    /// <inheritdoc/>
    protected override int Compare(string left, string right)
    {
        return Index(left).CompareTo(Index(right));
    }

    private static int Index(string text)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
    }
}
