using System.Net;
using System.Net.Sockets;

namespace Ahoy.Deploy.Verification;

/// <summary>Connections that find <c>*.localhost</c> on this machine, whatever the system's resolver knows of it: that is where a host serves Environments.</summary>
public static class LocalhostHandler
{
    /// <summary>Whether a name is this machine's: <c>localhost</c>, or one below it.</summary>
    public static bool IsLocal(string host) => host == "localhost" || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>A handler that follows no redirect and keeps no cookie.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await (IsLocal(context.DnsEndPoint.Host)
                    ? socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken)
                    : socket.ConnectAsync(context.DnsEndPoint, cancellationToken));
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
