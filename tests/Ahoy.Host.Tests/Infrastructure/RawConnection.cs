using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ahoy.Host.Tests.Infrastructure;

/// <summary>A connection on which a test sends what it likes, byte by byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Sends a text, Latin-1 as headers are.</summary>
    public async Task SendAsync(string text) => await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Reads up to the end of a line, and not a byte more.</summary>
    public async Task ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var one = new byte[1];
        while (one[0] != '\n')
        {
            await _client.GetStream().ReadExactlyAsync(one, patience.Token);
        }
    }

    /// <summary>Reads until the host closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), Encoding.UTF8);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            return await reader.ReadToEndAsync(patience.Token);
        }
        catch (IOException)
        {
            // The host may close before it has read all that was sent.
            return "";
        }
    }

    /// <summary>Sends one request and reads its response and all that follows until the connection is closed.</summary>
    public static async Task<string> ExchangeAsync(int port, string request)
    {
        using var connection = await OpenAsync(port);
        await connection.SendAsync(request);
        return await connection.ReadToEndAsync();
    }

    public void Dispose() => _client.Dispose();
}
