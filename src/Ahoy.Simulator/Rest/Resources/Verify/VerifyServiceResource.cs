using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Verify;

/// <summary>Verify Services: how long a code is, and what its message is signed with.</summary>
internal sealed class VerifyServiceResource(ResourceStore store) : StoredResource(store, VerifyHost.Name, "/v2/Services")
{
    private const int DefaultLength = 6;

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        CheckLength(values);
        values["code_length"] ??= DefaultLength;
        foreach (var flag in (string[])["lookup_enabled", "psd2_enabled", "skip_sms_to_landlines", "dtmf_input_required", "do_not_share_warning_enabled", "custom_code_enabled", "verify_event_subscription_enabled"])
        {
            values[flag] ??= false;
        }

        return null;
    }

    /// <inheritdoc/>
    protected override void Updating(RestCall call, string address, StoredItem item, JsonObject changes)
    {
        CheckLength(changes);
    }

    private static void CheckLength(JsonObject values)
    {
        if (values["code_length"] is { } length && (int)length is < 4 or > 10)
        {
            throw new RestException(400, 60200, $"Invalid parameter `CodeLength`: {length}");
        }
    }
}
