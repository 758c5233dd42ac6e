namespace Ahoy.Simulator.World;

/// <summary>Opens the sockets of Stream and ConversationRelay, where their URLs are on this machine.</summary>
internal interface ISocketOpener
{
    /// <summary>Begins to open a socket. What comes of it is told later, never while this runs.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="headers">What the handshake says besides what it has to.</param>
    /// <param name="events">Who is told.</param>
    /// <returns>The socket; null where the URL is not on this machine.</returns>
    ISocket? Open(string url, IReadOnlyList<KeyValuePair<string, string>> headers, ISocketEvents events);
}

/// <summary>A socket, which is closed by disposing of it: what was sent before still goes out.</summary>
internal interface ISocket : IDisposable
{
    /// <summary>Sends a text, in order, without waiting.</summary>
    void Send(string text);
}

/// <summary>What happens to a socket.</summary>
internal interface ISocketEvents
{
    /// <summary>It is open.</summary>
    void Opened();

    /// <summary>The other side has sent a text.</summary>
    void Received(string text);

    /// <summary>It is closed by the other side, or could not be opened.</summary>
    /// <param name="problem">What is wrong; null where the other side closed it as one does.</param>
    void Closed(string? problem);
}
