using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Where Conversations are: below a Service, or, for those of the default Service, below no Service at all. Both paths lead to the same.</summary>
internal static class ConversationsHost
{
    internal const string Name = "conversations.twilio.com";

    private const string Services = $"{Name}/v1/Services";

    /// <summary>All of it.</summary>
    internal static IEnumerable<IRestResource> All(ResourceStore store, Action<ConversationDelivery> deliver)
    {
        yield return new ConversationServiceResource(store);
        foreach (var root in (string[])["/v1/Conversations", "/v1/Services/{ChatServiceSid}/Conversations"])
        {
            yield return new ConversationResource(store, root);
            yield return new ParticipantResource(store, $"{root}/{{ConversationSid}}/Participants");
            yield return new ConversationMessageResource(store, $"{root}/{{ConversationSid}}/Messages", deliver);
            yield return new ConversationItemResource(store, $"{root}/{{ConversationSid}}/Webhooks");
        }
    }

    /// <summary>The address below the default Service for one without a Service.</summary>
    internal static string Canonical(ResourceStore store, RestCall call, string address)
    {
        const string bare = $"{Name}/v1/Conversations";
        return address.StartsWith(bare, StringComparison.Ordinal) ? $"{Services}/{DefaultService(store, call)}/Conversations{address[bare.Length..]}" : address;
    }

    /// <summary>The SID of the account's default Service, which is there from the start.</summary>
    internal static string DefaultService(ResourceStore store, RestCall call)
    {
        return store.Resource(Name, "/v1/Services")!.Find(call, Services, "default")!.Key;
    }
}
