using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Workers;

/// <summary>The connection to a worker: what is given to it is sent, and what comes is passed on, once, in order and whole.</summary>
public sealed class WorkerChannelTests
{
    private const int Senders = 4;
    private const int FramesOfEach = 400;
    private const byte Kind = 2;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Frames_SentWhileTheWorkerReadsSlowly_ArriveWholeThoughTheirMemoryIsUsedAgain(int seed)
    {
        var (ours, theirs) = await ConnectAsync();
        using var channel = new WorkerChannel(ours, new RecordingEvents());
        channel.Start();
        var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            var random = new Random(seed * 100 + sender);
            var memory = new byte[200_000];
            for (var number = 0; number < FramesOfEach; number++)
            {
                var length = Length(random);
                WriteFrame(memory, sender, number, length);
                channel.Enqueue(memory.AsSpan(0, length));
                memory.AsSpan().Fill(0xee);
                if (random.Next(3) > 0)
                {
                    channel.Flush();
                }
            }

            channel.Flush();
        })).ToArray();

        var received = await ReadSlowlyAsync(theirs, new Random(seed));
        await Task.WhenAll(sending);

        Assert.Equal(Senders * FramesOfEach, received.Count);
        Assert.All(received, frame => Assert.True(IsWhole(frame.Content), $"Frame {frame.Number} of sender {frame.Sender} is damaged."));
        Assert.All(received.GroupBy(f => f.Sender), frames => Assert.Equal(Enumerable.Range(0, FramesOfEach), frames.Select(f => f.Number)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Frames_ThatComeInPieces_ArePassedOnWhole(int seed)
    {
        var (ours, theirs) = await ConnectAsync();
        var events = new RecordingEvents();
        using var channel = new WorkerChannel(ours, events);
        channel.Start();
        var random = new Random(seed);
        var memory = new byte[200_000];
        for (var number = 0; number < FramesOfEach; number++)
        {
            var length = Length(random);
            WriteFrame(memory, sender: 0, number, length);
            for (var at = 0; at < length;)
            {
                var piece = Math.Min(random.Next(4) == 0 ? random.Next(1, 8) : random.Next(1, 100_000), length - at);
                at += await theirs.SendAsync(memory.AsMemory(at, piece));
            }
        }

        theirs.Dispose();
        await Eventually.HoldsAsync(() => events.Closed.Count == 1);

        Assert.Null(Assert.Single(events.Closed));
        Assert.Equal(Enumerable.Range(0, FramesOfEach), events.Frames.Select(f => f.Number));
        Assert.All(events.Frames, frame => Assert.True(IsWhole(frame.Content), $"Frame {frame.Number} is damaged."));
    }

    [Fact]
    public async Task Drain_WhileAnotherHasClosedTheSocket_SaysThatItIsClosed()
    {
        var (ours, theirs) = await ConnectAsync();
        using var peer = theirs;
        var events = new RecordingEvents();
        using var channel = new WorkerChannel(ours, events);

        // What another thread does between a look at the state and the read.
        ours.Dispose();

        Assert.False(channel.Drain());
        Assert.Null(Assert.Single(events.Closed));
    }

    [Fact]
    public async Task Frame_ThatIsRefused_IsPassedOnOnceAndNothingAfterIt()
    {
        var (ours, theirs) = await ConnectAsync();
        using var peer = theirs;
        var events = new RecordingEvents();
        using var channel = new WorkerChannel(ours, events);
        events.Refuses = true;

        // Others drain as well, and may come between the refusal and the end of the connection.
        events.Drained = () =>
        {
            events.Drained = null;
            events.Refuses = false;
            Assert.False(channel.Drain());
        };
        var memory = new byte[100];
        WriteFrame(memory, sender: 0, number: 0, memory.Length);
        await peer.SendAsync(memory);
        WriteFrame(memory, sender: 0, number: 1, memory.Length);
        await peer.SendAsync(memory);

        Assert.False(channel.Drain());
        Assert.Equal([0], events.Frames.Select(f => f.Number));
        Assert.Single(events.Closed);
    }

    private static int Length(Random random) => WorkerFrames.HeaderLength + 8 + (random.Next(20) == 0 ? random.Next(150_000) : random.Next(2_000));

    private static void WriteFrame(byte[] memory, int sender, int number, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(memory, length - 4);
        memory[4] = Kind;
        BinaryPrimitives.WriteInt32LittleEndian(memory.AsSpan(5), sender);
        BinaryPrimitives.WriteInt32LittleEndian(memory.AsSpan(9), number);
        memory.AsSpan(13, length - 13).Fill(Fill(sender, number));
    }

    private static byte Fill(int sender, int number) => (byte)((31 * sender) + number);

    private static bool IsWhole(byte[] content) =>
        content.Length >= 8
        && !content.AsSpan(8).ContainsAnyExcept(Fill(BinaryPrimitives.ReadInt32LittleEndian(content), BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(4))));

    private static async Task<List<Frame>> ReadSlowlyAsync(Socket socket, Random random)
    {
        var frames = new List<Frame>();
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var header = new byte[WorkerFrames.HeaderLength];
        while (frames.Count < Senders * FramesOfEach)
        {
            if (random.Next(20) == 0)
            {
                // The pause is what is tested: all that the system takes fills up in it.
                await Task.Delay(random.Next(3));
            }

            await stream.ReadExactlyAsync(header);
            Assert.Equal(Kind, header[4]);
            var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - 1];
            await stream.ReadExactlyAsync(content);
            frames.Add(new Frame(content));
        }

        return frames;
    }

    private static async Task<(Socket Ours, Socket Theirs)> ConnectAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var theirs = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
        var accepted = listener.AcceptAsync();
        await theirs.ConnectAsync(listener.LocalEndPoint!);
        return (await accepted, theirs);
    }

    private sealed record Frame(byte[] Content)
    {
        public int Sender => BinaryPrimitives.ReadInt32LittleEndian(Content);

        public int Number => BinaryPrimitives.ReadInt32LittleEndian(Content.AsSpan(4));
    }

    private sealed class RecordingEvents : IWorkerEvents
    {
        public ConcurrentQueue<Frame> Frames { get; } = new();

        public ConcurrentQueue<string?> Closed { get; } = new();

        public bool Refuses { get; set; }

        public Action? Drained { get; set; }

        public void OnFrame(byte kind, ReadOnlySpan<byte> content)
        {
            Frames.Enqueue(new Frame(content.ToArray()));
            if (Refuses)
            {
                throw new InvalidDataException("refused");
            }
        }

        public void OnDrained() => Drained?.Invoke();

        public void OnClosed(string? reason) => Closed.Enqueue(reason);
    }
}
