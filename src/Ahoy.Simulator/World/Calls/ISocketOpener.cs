namespace Ahoy.Simulator.World;

/// <summary>Opens the sockets of Stream and ConversationRelay, where their URLs are on this machine.</summary>
internal interface ISocketOpener
{
    /// <summary>Opens a socket.</summary>
    /// <param name="request">What it is for.</param>
    /// <param name="closed">To be called when the other side has closed it.</param>
    /// <returns>What closes it; null where the URL is not on this machine.</returns>
    IDisposable? Open(SocketRequest request, Action closed);
}

/// <summary>What a socket is for.</summary>
/// <param name="Kind"><c>Stream</c> or <c>ConversationRelay</c>.</param>
/// <param name="Url">Where to.</param>
/// <param name="CallSid">The call.</param>
/// <param name="AccountSid">The account.</param>
/// <param name="Parameters">The custom parameters.</param>
internal sealed record SocketRequest(string Kind, string Url, string CallSid, string AccountSid, IReadOnlyDictionary<string, string> Parameters);
