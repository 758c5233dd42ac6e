using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Participants: a user with an identity, or a phone by a number of the account.</summary>
internal sealed class ParticipantResource(ResourceStore store, string list) : ConversationItemResource(store, list)
{
    /// <inheritdoc/>
    public override StoredItem? Find(RestCall call, string address, string keyOrName)
    {
        return base.Find(call, address, keyOrName) ?? Store.List(address, call.Now).FirstOrDefault(item => item.Text("identity") == keyOrName);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        var (identity, phone) = (values["identity"]?.ToString(), values["messaging_binding"]?["address"]?.ToString());
        var proxy = values["messaging_binding"]?["proxy_address"]?.ToString();
        if (string.IsNullOrEmpty(identity) && string.IsNullOrEmpty(phone))
        {
            throw new RestException(400, 50407, "Either an identity or a messaging binding address is required");
        }

        var others = Store.List(address, call.Now);
        if (!string.IsNullOrEmpty(identity) && others.Any(other => other.Text("identity") == identity))
        {
            throw new RestException(409, 50433, "Participant already exists");
        }

        if (!string.IsNullOrEmpty(phone) && others.Any(other => Binding(other, "address") == phone && Binding(other, "proxy_address") == proxy))
        {
            throw new RestException(409, 50416, "A binding for this participant and proxy address already exists");
        }

        values["attributes"] ??= "{}";
        if (values["messaging_binding"] is JsonObject binding)
        {
            binding["type"] = phone?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? phone[..colon] : "sms";
        }

        return null;
    }

    internal static string? Binding(StoredItem participant, string property)
    {
        return participant.Values["messaging_binding"]?[property]?.ToString();
    }
}
