using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Conversations.</summary>
internal sealed class ConversationResource : ConversationItemResource
{
    public ConversationResource(ResourceStore store, string list)
        : base(store, list)
    {
        UniqueProperty = "unique_name";
        NewestFirst = true;
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? Creating(RestCall call, string address, JsonObject values)
    {
        values["chat_service_sid"] = ServiceOf(address);
        values["attributes"] ??= "{}";
        values["state"] ??= "active";
        values["timers"] ??= new JsonObject();
        values["bindings"] ??= new JsonObject();
        return null;
    }

    /// <inheritdoc/>
    protected override RestException Duplicate(string name)
    {
        return new RestException(409, 50353, "Conversation with provided unique name already exists");
    }
}
