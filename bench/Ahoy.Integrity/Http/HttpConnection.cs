using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ahoy.Integrity.Answers;
using Ahoy.Integrity.Requests;

namespace Ahoy.Integrity.Http;

/// <summary>A connection that knows HTTP/1.1 as far as the host uses it, forgives nothing, and lets requests be sent before answers came.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int SmallBuffer = 4096;
    private const int LargestChunk = 40_000;

    private readonly Socket _socket;
    private readonly ClientPace _pace;
    private readonly Random _random;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    private HttpConnection(Socket socket, ClientPace pace, Random random)
    {
        _socket = socket;
        _pace = pace;
        _random = random;
    }

    public static async Task<HttpConnection> OpenAsync(int port, ClientPace pace, Random random, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (pace.ReadsSlowly)
        {
            // What the client does not read must not lie in its system.
            socket.ReceiveBufferSize = SmallBuffer;
        }

        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return new HttpConnection(socket, pace, random);
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Sends a request.</summary>
    public async Task SendAsync(Exchange exchange, CancellationToken cancellation)
    {
        _pace.BeginWriting();
        await SendAsync(exchange.Head, cancellation).ConfigureAwait(false);
        if (!exchange.IsChunked)
        {
            await SendAsync(exchange.Body, cancellation).ConfigureAwait(false);
            return;
        }

        for (var at = 0; at < exchange.Body.Length;)
        {
            var length = Math.Min(exchange.Body.Length - at, 1 + Random(LargestChunk));
            await SendAsync(Encoding.ASCII.GetBytes($"{length:x}\r\n"), cancellation).ConfigureAwait(false);
            await SendAsync(exchange.Body.Slice(at, length), cancellation).ConfigureAwait(false);
            await SendAsync("\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            at += length;
        }

        await SendAsync("0\r\n\r\n"u8.ToArray(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends the beginning of a request, as one who goes away then.</summary>
    public Task SendPartAsync(Exchange exchange, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> all = new byte[][] { exchange.Head, exchange.Body.ToArray() }.SelectMany(b => b).ToArray();
        return SendAsync(all[..Random(all.Length)], cancellation);
    }

    /// <summary>Waits for the first byte of an answer.</summary>
    public async Task WaitForAnswerAsync(CancellationToken cancellation)
    {
        if (_end == _start)
        {
            await FillAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the next answer.</summary>
    /// <exception cref="BrokenAnswerException">It is none, or not complete.</exception>
    public async Task<Answer> ReadAsync(IExpectation expected, CancellationToken cancellation)
    {
        _pace.BeginReading();
        Compact();
        int headEnd;
        var searched = 0;
        while ((headEnd = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf("\r\n\r\n"u8)) < 0)
        {
            searched = Math.Max(0, _end - _start - 3);
            await FillAsync(cancellation).ConfigureAwait(false);
        }

        headEnd += searched;
        var (status, headers) = ParseHead(Encoding.Latin1.GetString(_buffer, _start, headEnd));
        _start += headEnd + 4;
        var length = 0;
        var answer = new Answer(status, headers, default);
        if (expected.HasBody(status))
        {
            if (!int.TryParse(answer.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out length))
            {
                throw new BrokenAnswerException($"it does not say its length: {string.Join(" | ", headers)}");
            }
        }

        while (_end - _start < length)
        {
            Reserve(length);
            await FillAsync(cancellation).ConfigureAwait(false);
        }

        var body = _buffer.AsMemory(_start, length);
        _start += length;
        return answer with { Body = body };
    }

    /// <summary>Reads on until the host closes the connection, which it must do without another byte.</summary>
    public async Task ReadEndAsync(CancellationToken cancellation)
    {
        if (_end > _start || await _socket.ReceiveAsync(_buffer.AsMemory(), cancellation).ConfigureAwait(false) is var count && count > 0)
        {
            throw new BrokenAnswerException($"more comes after the last answer: {Comparison.Bytes(_buffer.AsSpan(_start))}");
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (bytes.Length > 0)
        {
            var length = await _pace.BeforeWriteAsync(bytes.Length, cancellation).ConfigureAwait(false);
            var sent = await _socket.SendAsync(bytes[..length], cancellation).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Reserve(_end - _start + 1);
        var length = await _pace.BeforeReadAsync(_buffer.Length - _end, cancellation).ConfigureAwait(false);
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(_end, length), cancellation).ConfigureAwait(false);
        if (count == 0)
        {
            throw new BrokenAnswerException($"the connection ends after {_end - _start} bytes of it: {Comparison.Bytes(_buffer.AsSpan(_start, _end - _start))}");
        }

        _end += count;
    }

    // Room for so many bytes from the start on.
    private void Reserve(int length)
    {
        if (_buffer.Length - _start >= length)
        {
            return;
        }

        var target = _buffer.Length >= length ? _buffer : new byte[Math.Max(length, 2 * _buffer.Length)];
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        (_buffer, _end, _start) = (target, _end - _start, 0);
    }

    private void Compact()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    private int Random(int largest)
    {
        lock (_random)
        {
            return _random.Next(largest);
        }
    }

    private static (int Status, List<(string Name, string Value)> Headers) ParseHead(string head)
    {
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ', 3);
        if (first.Length < 2 || first[0] != "HTTP/1.1" || first[1].Length != 3 || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new BrokenAnswerException($"it does not begin as an answer does: {Comparison.Bytes(Encoding.Latin1.GetBytes(head))}");
        }

        var headers = new List<(string, string)>();
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new BrokenAnswerException($"one of its lines is no header: '{line}'");
            }

            headers.Add((line[..colon], line[(colon + 1)..].Trim(' ')));
        }

        return (status, headers);
    }
}
