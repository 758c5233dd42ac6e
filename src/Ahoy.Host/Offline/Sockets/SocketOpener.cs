using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline.Sockets;

/// <summary>Opens the sockets of Stream and ConversationRelay on this machine. Those of others are not opened: nothing that is simulated leaves it.</summary>
internal sealed class SocketOpener : ISocketOpener
{
    /// <inheritdoc/>
    public ISocket? Open(string url, IReadOnlyList<KeyValuePair<string, string>> headers, ISocketEvents events)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("ws" or "wss") || !uri.IsLoopback)
        {
            return null;
        }

        var socket = new LocalSocket(uri, headers, events);
        socket.Start();
        return socket;
    }
}
