using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>JSON-RPC over two streams, framed as the Language Server Protocol does: a header with the length, then UTF-8.</summary>
internal sealed class Connection
{
    private const int LongestMessage = 64 * 1024 * 1024;

    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Lock _writing = new();
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    public Connection(Stream input, Stream output) => (_input, _output) = (input, output);

    /// <summary>The next message; null at the end of the input.</summary>
    /// <exception cref="MalformedMessageException">It is none; the one after it can be read.</exception>
    public async Task<JsonDocument?> ReadAsync(CancellationToken cancellation)
    {
        int? length = null;
        var isWrong = false;
        while (true)
        {
            if (await ReadLineAsync(cancellation).ConfigureAwait(false) is not { } line)
            {
                return null;
            }

            if (line.Length == 0)
            {
                if (length is not null || isWrong)
                {
                    break;
                }

                // Nothing but a line end: more of them may stand between messages.
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line.AsSpan(0, colon).Trim().Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                isWrong = !int.TryParse(line.AsSpan(colon + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > LongestMessage;
                length = isWrong ? null : number;
            }
        }

        if (length is not { } bytes)
        {
            throw new MalformedMessageException("The header has no Content-Length that can be read.");
        }

        var content = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            if (!await ReadExactlyAsync(content.AsMemory(0, bytes), cancellation).ConfigureAwait(false))
            {
                return null;
            }

            // The document keeps what it is parsed from.
            return JsonDocument.Parse(content.AsMemory(0, bytes).ToArray());
        }
        catch (JsonException e)
        {
            throw new MalformedMessageException($"The message is no JSON: {e.Message}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
        }
    }

    /// <summary>
    /// Sends a message. It waits where the client does not read, and only for the client: many threads may send at once, and none of them needs another one to go on.
    /// </summary>
    /// <exception cref="IOException">The client has gone.</exception>
    public void Write(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
        {
            message.WriteTo(json);
        }

        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n"));
        lock (_writing)
        {
            _output.Write(header);
            _output.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
            _output.Flush();
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                return null;
            }

            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(next);
        }
    }

    private async Task<bool> ReadExactlyAsync(Memory<byte> target, CancellationToken cancellation)
    {
        while (target.Length > 0)
        {
            if (_start == _end && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                return false;
            }

            var count = Math.Min(target.Length, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(target.Span);
            _start += count;
            target = target[count..];
        }

        return true;
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        _start = 0;
        _end = await _input.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
        return _end > 0;
    }
}
