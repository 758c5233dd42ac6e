using Ahoy.Simulator.Rest.Resources.Conversations;
using Ahoy.Simulator.Rest.Resources.Verify;

namespace Ahoy.Simulator.Rest;

/// <summary>What resources of the API do in the simulated world, and ask of it.</summary>
internal sealed record RestLinks
{
    /// <summary>A verification's code goes out, or its state changes.</summary>
    public Action<SentVerification> VerificationSent { get; init; } = _ => { };

    /// <summary>A conversation's message goes to a phone.</summary>
    public Action<ConversationDelivery> Deliver { get; init; } = _ => { };

    /// <summary>Whether a number is the account's.</summary>
    public Func<string, bool> IsOwned { get; init; } = _ => false;
}
