using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Accounts;

/// <summary>TwiML applications: URLs under one SID, which calls and messages can name.</summary>
internal sealed class ApplicationResource : StoredResource
{
    public const string Path = "/2010-04-01/Accounts/{AccountSid}/Applications.json";

    public ApplicationResource(ResourceStore store)
        : base(store, "api.twilio.com", Path)
    {
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
}
