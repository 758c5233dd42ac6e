using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Storage;

namespace Ahoy.Simulator.Rest.Resources.Conversations;

/// <summary>Whatever is a conversation or in one.</summary>
internal class ConversationItemResource(ResourceStore store, string list) : StoredResource(store, ConversationsHost.Name, list)
{
    /// <inheritdoc/>
    protected sealed override string Canonical(RestCall call, string address)
    {
        return ConversationsHost.Canonical(Store, call, address);
    }

    /// <summary>The SID of the Service that an address is below.</summary>
    protected static string ServiceOf(string address)
    {
        return address.Split('/')[3];
    }
}
