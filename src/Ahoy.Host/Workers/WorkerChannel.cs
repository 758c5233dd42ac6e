using System.Buffers.Binary;
using System.Net.Sockets;

namespace Ahoy.Host.Workers;

/// <summary>The connection to a worker: sends frames, many at once where they come fast, and takes frames apart that arrive.</summary>
internal sealed class WorkerChannel : IDisposable
{
    private const int InitialBuffer = 64 * 1024;

    private readonly Socket _socket;
    private readonly IWorkerEvents _events;
    private readonly Lock _sendLock = new();
    private readonly Lock _receiveLock = new();
    private ByteBuffer _outgoing = new(InitialBuffer);
    private ByteBuffer _sending = new(InitialBuffer);
    private bool _isSending;
    private byte[] _incoming = new byte[InitialBuffer];
    private int _incomingStart;
    private int _incomingEnd;
    private long _framesPassed;
    private long _bytesPassed;
    private byte _lastKind;
    private string? _damage; // what was wrong with what came; nothing is passed on after it
    private int _closed;

    public WorkerChannel(Socket socket, IWorkerEvents events)
    {
        _socket = socket;
        _socket.Blocking = false;
        _events = events;
    }

    /// <summary>Begins to receive; returns at once.</summary>
    public void Start() => _ = ReceiveAsync();

    /// <summary>Adds a frame to what is sent with the next <see cref="Flush"/>, or once the worker has said something.</summary>
    public void Enqueue(ReadOnlySpan<byte> frame)
    {
        lock (_sendLock)
        {
            _outgoing.Write(frame);
        }
    }

    /// <summary>Sends what was added. Only one does so at a time; who does goes on with what comes meanwhile.</summary>
    public void Flush()
    {
        lock (_sendLock)
        {
            if (_isSending || _outgoing.Length == 0)
            {
                return;
            }

            _isSending = true;
        }

        SendAll();
    }

    /// <summary>Passes on all that has arrived by now. True while the connection is open.</summary>
    public bool Drain()
    {
        bool open;
        lock (_receiveLock)
        {
            open = ReceiveAvailable();
        }

        // First, so that the worker has its next work while the answers are passed on.
        Flush();
        _events.OnDrained();
        if (!open)
        {
            Close(_damage);
        }

        return open;
    }

    public void Dispose() => Close(null);

    private void Close(string? reason)
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _socket.Dispose();
            _events.OnClosed(reason);
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            do
            {
                // Waits without a buffer; the bytes are read below, in one place, which others can use as well.
                await _socket.ReceiveAsync(Memory<byte>.Empty).ConfigureAwait(false);
            }
            while (Drain());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Drain();
            Close(null);
        }
    }

    private bool ReceiveAvailable()
    {
        while (_closed == 0 && _damage is null)
        {
            var free = _incoming.AsSpan(_incomingEnd);
            int count;
            SocketError error;
            try
            {
                count = _socket.Receive(free, SocketFlags.None, out error);
            }
            catch (ObjectDisposedException)
            {
                return false;
            }

            if (error == SocketError.WouldBlock)
            {
                return true;
            }

            if (error != SocketError.Success || count == 0)
            {
                return false;
            }

            _incomingEnd += count;
            try
            {
                PassFrames();
            }
            catch (InvalidDataException e)
            {
                _damage = $"{e.Message} ({DescribePlace()})";
                return false;
            }

            if (count < free.Length)
            {
                return true;
            }
        }

        return false;
    }

    private void PassFrames()
    {
        var needed = WorkerFrames.HeaderLength;
        while (_incomingEnd - _incomingStart >= WorkerFrames.HeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_incoming.AsSpan(_incomingStart));
            if (length is < 1 or > WorkerFrames.MaxLength)
            {
                throw new InvalidDataException("it sent something that is no frame");
            }

            needed = 4 + length;
            if (_incomingEnd - _incomingStart < needed)
            {
                break;
            }

            _events.OnFrame(_incoming[_incomingStart + 4], _incoming.AsSpan(_incomingStart + WorkerFrames.HeaderLength, length - 1));
            _lastKind = _incoming[_incomingStart + 4];
            _incomingStart += needed;
            _framesPassed++;
            _bytesPassed += needed;
        }

        MakeRoom(needed);
    }

    // Where the stream stopped making sense, so that whoever gets a report can find out why. No content: it is the user's.
    private string DescribePlace()
    {
        var header = _incoming.AsSpan(_incomingStart, Math.Min(WorkerFrames.HeaderLength, _incomingEnd - _incomingStart));
        return $"after {_framesPassed} frames, {_bytesPassed} bytes, the last one of kind {_lastKind}; then came {Convert.ToHexStringLower(header)}";
    }

    // Moves what is left to the front, into a larger buffer where the next frame does not fit, back into a small one after that.
    private void MakeRoom(int needed)
    {
        var left = _incomingEnd - _incomingStart;
        var size = Math.Max(InitialBuffer, needed);
        if (left == 0 && _incoming.Length == size)
        {
            _incomingStart = _incomingEnd = 0;
            return;
        }

        var target = _incoming.Length == size ? _incoming : new byte[size];
        _incoming.AsSpan(_incomingStart, left).CopyTo(target);
        _incoming = target;
        _incomingStart = 0;
        _incomingEnd = left;
    }

    private void SendAll()
    {
        while (true)
        {
            lock (_sendLock)
            {
                if (_outgoing.Length == 0)
                {
                    _isSending = false;
                    return;
                }

                (_outgoing, _sending) = (_sending, _outgoing);
            }

            var sent = TrySend(_sending.Span);
            if (sent < _sending.Length)
            {
                // The worker reads slower than requests come, or it is gone, which the receiving side notices.
                _ = SendRestAsync(sent);
                return;
            }

            _sending.Clear();
        }
    }

    private int TrySend(ReadOnlySpan<byte> bytes)
    {
        var sent = 0;
        while (sent < bytes.Length)
        {
            int count;
            SocketError error;
            try
            {
                count = _socket.Send(bytes[sent..], SocketFlags.None, out error);
            }
            catch (ObjectDisposedException)
            {
                return sent;
            }

            if (error != SocketError.Success)
            {
                return sent;
            }

            sent += count;
        }

        return sent;
    }

    private async Task SendRestAsync(int sent)
    {
        try
        {
            while (sent < _sending.Length)
            {
                sent += await _socket.SendAsync(_sending.Memory[sent..]).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return;
        }

        _sending.Clear();
        SendAll();
    }
}
