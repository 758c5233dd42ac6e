using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Offline.Sockets;

/// <summary>A socket to a server on this machine. What is sent goes out in order; what is received is told in order.</summary>
internal sealed class LocalSocket : ISocket
{
    private const int MaximumMessage = 1024 * 1024;
    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(2);

    private readonly Uri _url;
    private readonly ISocketEvents _events;
    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<string> _outgoing = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    public LocalSocket(Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, ISocketEvents events)
    {
        _url = url;
        _events = events;
        foreach (var (name, value) in headers)
        {
            _socket.Options.SetRequestHeader(name, value);
        }

        // It is this machine, whose servers have certificates of their own making.
        _socket.Options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
    }

    /// <summary>Begins to open it.</summary>
    public void Start() => _ = Task.Run(RunAsync);

    /// <inheritdoc/>
    public void Send(string text) => _outgoing.Writer.TryWrite(text);

    /// <inheritdoc/>
    public void Dispose() => _outgoing.Writer.TryComplete();

    private async Task RunAsync()
    {
        string? problem;
        using (_socket)
        {
            try
            {
                using (var late = new CancellationTokenSource(s_connecting))
                {
                    await _socket.ConnectAsync(_url, late.Token).ConfigureAwait(false);
                }

                _events.Opened();
                var sending = SendAsync();
                try
                {
                    problem = await ReceiveAsync().ConfigureAwait(false);
                }
                finally
                {
                    _received.TrySetResult();
                    Dispose();
                }

                await sending.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                problem = "nothing answered within 10 s.";
            }
            catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                problem = e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
            }
        }

        Dispose();
        _events.Closed(problem);
    }

    // Ends when the call has closed it and all is sent, or when the connection is gone.
    private async Task SendAsync()
    {
        try
        {
            await foreach (var text in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
            }

            using var late = new CancellationTokenSource(s_closing);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token).ConfigureAwait(false);

            // A server that doesn't close its side is left.
            await Task.WhenAny(_received.Task, Task.Delay(s_closing)).ConfigureAwait(false);
            _socket.Abort();
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // Whoever receives is told the same.
        }
    }

    private async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return _socket.CloseStatus is null or WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable or WebSocketCloseStatus.Empty
                    ? null
                    : $"it was closed with {(int)_socket.CloseStatus} {_socket.CloseStatusDescription}".TrimEnd();
            }

            if (message.Length + part.Count > MaximumMessage)
            {
                return "it sent a message of more than 1 MB.";
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                if (part.MessageType == WebSocketMessageType.Text)
                {
                    _events.Received(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                }

                message.SetLength(0);
            }
        }
    }
}
