using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Conversation Services; the first one is there from the start, and Configuration names it.</summary>
internal sealed class ConversationServiceResource(ResourceStore store) : StoredResource(store, ConversationsHost.Name, "/v1/Services")
{
    private const string Default = "default";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        base.Map(routes);
        routes.Map("GET", Host, "/v1/Configuration", call => Locked(call, FetchConfiguration));
    }

    /// <inheritdoc/>
    public override StoredItem? Find(RestCall call, string address, string keyOrName)
    {
        return base.Find(call, address, keyOrName) ?? (keyOrName == Default ? AddDefault(call, address) : null);
    }

    private StoredItem AddDefault(RestCall call, string address)
    {
        var item = Add(call, address, new JsonObject { ["sid"] = Shapes.Sids.New("IS"), ["friendly_name"] = "Default Conversations Service" });
        Store.Collection(address).Rename(item, Default);
        return item;
    }

    private RestAnswer FetchConfiguration(RestCall call)
    {
        var values = new JsonObject { ["default_chat_service_sid"] = ConversationsHost.DefaultService(Store, call) };
        return new RestAnswer(200, Shapes.AnswerShape.Build(call, call.Operation.Answer!, values, "/v1/Configuration"));
    }
}
