using System.Buffers.Binary;

namespace Ahoy.Host.Workers;

/// <summary>
/// The frames between gateway and worker: a length of four bytes (of what follows it), a kind of one byte, and what belongs to
/// the kind; numbers are little-endian. The worker's side is <c>node/frames.js</c>.
/// </summary>
internal static class WorkerFrames
{
    public const int HeaderLength = 5;

    /// <summary>No frame is longer: whatever claims to be is garbage on the connection.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>What the gateway sends.</summary>
    public static class ToWorker
    {
        public const byte Configure = 1;
        public const byte Invoke = 2;
    }

    /// <summary>What a worker sends.</summary>
    public static class FromWorker
    {
        public const byte Hello = 1;
        public const byte Reply = 2;
        public const byte Log = 3;
        public const byte Returned = 4;
        public const byte Leaving = 5;
        public const byte Notice = 6;
        public const byte Outbound = 7;
    }

    public static byte[] Create(byte kind, ReadOnlySpan<byte> content)
    {
        var frame = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, 1 + content.Length);
        frame[4] = kind;
        content.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }
}
