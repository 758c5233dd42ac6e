using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Workers.Node;

/// <summary>What a worker writes arrives as it was written, however slowly the other side reads.</summary>
public sealed class FrameWriterTests
{
    private const int Frames = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Frames_ToAReaderThatPausesAtRandom_ArriveOnceInOrderAndWhole(int seed)
    {
        using var folder = new TempFolder();
        var address = folder.Combine("frames");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(address));
        listener.Listen();
        await using var node = RunningProcess.Start(
            TestNode.Path,
            [
                Path.Combine(AppContext.BaseDirectory, "Workers", "Node", "write-frames.js"),
                Repository.Combine("src", "Ahoy.Host", "Workers", "node", "frames.js"),
                address,
                seed.ToString(CultureInfo.InvariantCulture),
                Frames.ToString(CultureInfo.InvariantCulture),
            ],
            folder.Path);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var connection = await listener.AcceptAsync(limit.Token);

        Assert.Null(await FindDamageAsync(connection, new Random(seed), limit.Token));
    }

    // Says of the first frame that is not what was written what is wrong with it; null where all are right.
    private static async Task<string?> FindDamageAsync(Socket connection, Random random, CancellationToken cancellationToken)
    {
        await using var stream = new BufferedStream(new NetworkStream(connection), 200_000);
        var frame = new byte[2 * 1024 * 1024];
        for (var number = 1; number <= Frames; number++)
        {
            // The pauses are what is tested: the writer's side fills up in them, and is emptied while it writes.
            switch (random.Next(100))
            {
                case 0:
                    await Task.Delay(1, cancellationToken);
                    break;
                case < 30:
                    Thread.SpinWait(random.Next(2_000));
                    break;
            }

            if (await stream.ReadAtLeastAsync(frame.AsMemory(0, 4), 4, throwOnEndOfStream: false, cancellationToken) < 4)
            {
                return $"The connection ended before frame {number}.";
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(frame);
            if (length < 6 || length > frame.Length)
            {
                return $"Frame {number} claims to have {length} bytes.";
            }

            if (await stream.ReadAtLeastAsync(frame.AsMemory(0, length), length, throwOnEndOfStream: false, cancellationToken) < length)
            {
                return $"The connection ended in frame {number}.";
            }

            if (Damage(frame.AsSpan(0, length), number) is { } damage)
            {
                return damage;
            }
        }

        return stream.ReadByte() < 0 ? null : "Something follows the last frame.";
    }

    private static string? Damage(ReadOnlySpan<byte> frame, int number)
    {
        var id = BinaryPrimitives.ReadInt32LittleEndian(frame[1..]);
        if (frame[0] != WorkerFrames.FromWorker.Log || id != number || frame[5] != number % 3)
        {
            return $"In place of frame {number} came one of kind {frame[0]} with number {id}.";
        }

        var at = frame[6..].IndexOfAnyExcept((byte)('a' + (number % 26)));
        return at < 0 ? null : $"Frame {number} is damaged at byte {at} of {frame.Length - 6}.";
    }
}
