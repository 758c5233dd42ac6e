using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Messages of a conversation, counted from 0. Each goes to the phones that take part, but to the author's.</summary>
internal sealed class ConversationMessageResource(ResourceStore store, string list, Action<ConversationDelivery> deliver) : ConversationItemResource(store, list)
{
    private const int LongestBody = 1600;

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        if (values["body"]?.ToString().Length > LongestBody)
        {
            throw new RestException(400, 50505, "Message body is longer than 1600 characters");
        }

        values["index"] = Store.Collection(address).NextIndex++;
        values["author"] ??= "system";
        values["attributes"] ??= "{}";
        values["participant_sid"] = Participants(call, address).FirstOrDefault(item => Is(item, values["author"]!.ToString()))?.Key;
        return null;
    }

    /// <inheritdoc/>
    protected override void Created(RestCall call, string address, StoredItem item)
    {
        var author = item.Text("author")!;
        foreach (var participant in Participants(call, address).Where(participant => !Is(participant, author)))
        {
            if (ParticipantResource.Binding(participant, "address") is { } to && ParticipantResource.Binding(participant, "proxy_address") is { } from)
            {
                deliver(new ConversationDelivery(call.PathValues["ConversationSid"], from, to, item.Text("body") ?? ""));
            }
        }
    }

    private static bool Is(StoredItem participant, string author)
    {
        return participant.Text("identity") == author || ParticipantResource.Binding(participant, "address") == author;
    }

    private IReadOnlyList<StoredItem> Participants(RestCall call, string address)
    {
        return Store.List($"{address[..address.LastIndexOf('/')]}/Participants", call.Now);
    }
}
