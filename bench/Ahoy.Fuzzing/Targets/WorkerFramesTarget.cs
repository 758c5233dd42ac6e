using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Ahoy.Fuzzing.Engine;
using Ahoy.Host.Gateway;
using Ahoy.Host.Workers;

namespace Ahoy.Fuzzing.Targets;

/// <summary>
/// What a worker sends, in whatever pieces it arrives: the same frames as in one piece, none after what is no frame, and of a reply's
/// content nothing but what is in it.
/// </summary>
internal sealed class WorkerFramesTarget : IFuzzTarget, IWorkerEvents
{
    // More than this in one piece could fill the socket, and sending would wait for ever.
    private const int MostAtOnce = 8 * 1024;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<(byte Kind, byte[] Content)> _frames = [];
    private string? _reason;
    private bool _isClosed;

    public WorkerFramesTarget()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public string Name => "worker-frames";

    // The first byte says how large the pieces are.
    public IEnumerable<byte[]> Seeds { get; } =
    [
        [1, .. WorkerFrames.Create(WorkerFrames.FromWorker.Hello, "{\"token\":\"t\",\"pid\":1,\"version\":\"22.0.0\"}"u8)],
        [7, .. WorkerFrames.Create(WorkerFrames.FromWorker.Leaving, []), .. WorkerFrames.Create(WorkerFrames.FromWorker.Log, [1, 0, 0, 0, 2, (byte)'a'])],
        [255, .. WorkerFrames.Create(WorkerFrames.FromWorker.Reply, [200, 0, 1, 2, 0, 1, 0, 0, 0, (byte)'a', 1, 0, 0, 0, (byte)'b', (byte)'c'])],
    ];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        _frames.Clear();
        _isClosed = false;
        _reason = null;
        using var sender = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        sender.Connect(_listener.LocalEndPoint!);
        using var channel = new WorkerChannel(_listener.Accept(), this);
        for (var at = 1; at < input.Length && !_isClosed;)
        {
            var length = Math.Min(Math.Min(1 + (input[0] * 16), MostAtOnce), input.Length - at);
            sender.Send(input, at, length, SocketFlags.None);
            channel.Drain();
            at += length;
        }

        sender.Shutdown(SocketShutdown.Send);
        while (!_isClosed && channel.Drain())
        {
        }

        var (expected, isDamaged) = FramesOf(input.AsSpan(1));
        Check.That(_frames.Count == expected.Count, $"{expected.Count} frames arrive, not {_frames.Count}");
        Check.That(_frames.Zip(expected).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.Content.AsSpan().SequenceEqual(pair.Second.Content)), "frames arrive as they were sent");
        Check.That(isDamaged == (_reason is not null), "what is no frame is a reason, and nothing else is");
    }

    void IWorkerEvents.OnFrame(byte kind, ReadOnlySpan<byte> content)
    {
        _frames.Add((kind, content.ToArray()));
        if (kind == WorkerFrames.FromWorker.Reply)
        {
            ReadReply(content);
        }
    }

    void IWorkerEvents.OnDrained()
    {
    }

    void IWorkerEvents.OnClosed(string? reason)
    {
        _reason = reason;
        _isClosed = true;
    }

    public void Dispose() => _listener.Dispose();

    private static void ReadReply(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new ReplyReader(content);
            var characters = 0;
            while (reader.TryReadHeader(out var name, out var value))
            {
                characters += name.Length + value.Length;
            }

            Check.That(characters + reader.Body.Length <= content.Length, "a reply has no more than was sent");
        }
        catch (InvalidDataException)
        {
            // As documented.
        }
    }

    // The same by the words of the format, all at once.
    private static (List<(byte Kind, byte[] Content)> Frames, bool IsDamaged) FramesOf(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<(byte, byte[])>();
        while (bytes.Length >= WorkerFrames.HeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            if (length is < 1 or > WorkerFrames.MaxLength)
            {
                return (frames, true);
            }

            if (bytes.Length - 4 < length)
            {
                break;
            }

            frames.Add((bytes[4], bytes.Slice(WorkerFrames.HeaderLength, length - 1).ToArray()));
            bytes = bytes[(4 + length)..];
        }

        return (frames, false);
    }
}
