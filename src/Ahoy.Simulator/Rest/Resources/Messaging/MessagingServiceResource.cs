using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Messaging;

/// <summary>Messaging Services. The world has what it needs of them, in its own words.</summary>
internal sealed class MessagingServiceResource(ResourceStore store, TwilioWorld world) : StoredResource(store, MessagingHost.Name, "/v1/Services")
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

    /// <inheritdoc/>
    protected override void Created(RestCall call, string address, StoredItem item)
    {
        Updated(call, address, item);
    }

    /// <inheritdoc/>
    protected override void Updated(RestCall call, string address, StoredItem item)
    {
        world.InTurn(() =>
        {
            if (!world.Phones.Services.TryGetValue(item.Key, out var service))
            {
                world.Phones.Services[item.Key] = service = new MessagingService { Sid = item.Key, Created = call.Now };
            }

            service.FriendlyName = item.Text("friendly_name")!;
            service.InboundRequestUrl = item.Text("inbound_request_url");
            service.InboundMethod = item.Text("inbound_method")!;
            service.FallbackUrl = item.Text("fallback_url");
            service.FallbackMethod = item.Text("fallback_method")!;
            service.StatusCallback = item.Text("status_callback");
            service.UseInboundWebhookOnNumber = (bool)item.Values["use_inbound_webhook_on_number"]!;
            service.Updated = call.Now;
        });
    }

    /// <inheritdoc/>
    protected override void Deleting(RestCall call, string address, StoredItem item)
    {
        world.InTurn(() => world.Phones.Services.Remove(item.Key));
    }
}
