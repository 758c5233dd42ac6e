using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources;

/// <summary>Studio's Flows: each change is a revision.</summary>
internal sealed class FlowResource(ResourceStore store) : StoredResource(store, "studio.twilio.com", "/v2/Flows")
{
    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["sid"] = Shapes.Sids.New("FW");
        values["valid"] = true;
        values["errors"] = new JsonArray();
        values["warnings"] = new JsonArray();
        values["webhook_url"] = $"https://webhooks.twilio.com/v1/Accounts/{call.AccountSid}/Flows/{values["sid"]}";
        return null;
    }

    /// <inheritdoc/>
    protected override void Showing(RestCall call, StoredItem item, JsonObject values)
    {
        values["revision"] = item.Revision + 1;
    }
}
