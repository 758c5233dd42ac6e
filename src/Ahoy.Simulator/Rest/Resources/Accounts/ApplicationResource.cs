using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Accounts;

/// <summary>TwiML applications: URLs under one SID, which calls and messages can name. The world has those that it uses, in its own words.</summary>
internal sealed class ApplicationResource : StoredResource
{
    public const string Path = "/2010-04-01/Accounts/{AccountSid}/Applications.json";

    private readonly TwilioWorld _world;

    public ApplicationResource(ResourceStore store, TwilioWorld world)
        : base(store, "api.twilio.com", Path)
    {
        _world = world;
        NewestFirst = true;
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        foreach (var method in (string[])["voice_method", "voice_fallback_method", "status_callback_method", "sms_method", "sms_fallback_method"])
        {
            values[method] ??= "POST";
        }

        values["voice_caller_id_lookup"] ??= false;
        values["public_application_connect_enabled"] ??= false;
        values["friendly_name"] ??= "";
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
        _world.InTurn(() => _world.Phones.Applications[item.Key] = new TwilioApplication
        {
            Sid = item.Key,
            FriendlyName = item.Text("friendly_name")!,
            VoiceUrl = item.Text("voice_url"),
            VoiceMethod = item.Text("voice_method")!,
            VoiceFallbackUrl = item.Text("voice_fallback_url"),
            VoiceFallbackMethod = item.Text("voice_fallback_method")!,
            StatusCallback = item.Text("status_callback"),
            StatusCallbackMethod = item.Text("status_callback_method")!,
            SmsUrl = item.Text("sms_url"),
            SmsMethod = item.Text("sms_method")!,
            SmsFallbackUrl = item.Text("sms_fallback_url"),
            SmsFallbackMethod = item.Text("sms_fallback_method")!,
            MessageStatusCallback = item.Text("message_status_callback") ?? item.Text("sms_status_callback"),
            Updated = call.Now,
        });
    }

    /// <inheritdoc/>
    protected override void Deleting(RestCall call, string address, StoredItem item)
    {
        _world.InTurn(() => _world.Phones.Applications.Remove(item.Key));
    }
}
