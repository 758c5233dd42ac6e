using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Messaging;

/// <summary>Messaging Services.</summary>
internal sealed class MessagingServiceResource(ResourceStore store) : StoredResource(store, MessagingHost.Name, "/v1/Services")
{
    private const int LongestValidity = 36_000;

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["inbound_method"] ??= "POST";
        values["fallback_method"] ??= "POST";
        values["sticky_sender"] ??= true;
        values["mms_converter"] ??= true;
        values["smart_encoding"] ??= true;
        values["scan_message_content"] ??= "inherit";
        values["fallback_to_long_code"] ??= true;
        values["area_code_geomatch"] ??= true;
        values["synchronous_validation"] ??= false;
        values["validity_period"] ??= LongestValidity;
        values["usecase"] ??= "undeclared";
        values["us_app_to_person_registered"] ??= false;
        values["use_inbound_webhook_on_number"] ??= false;
        return null;
    }
}
