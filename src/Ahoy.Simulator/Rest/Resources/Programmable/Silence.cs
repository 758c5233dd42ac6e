using System.Buffers.Binary;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>A file in which nothing is heard.</summary>
internal static class Silence
{
    private const int Rate = 8000;
    private const int Head = 44;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>WAVE, 8 kHz, 8 bits a channel, of a length (five minutes at most).</summary>
    internal static byte[] Wave(TimeSpan length, int channels)
    {
        var size = (int)((length < s_longest ? length : s_longest).TotalSeconds * Rate) * channels;
        var file = new byte[Head + size];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), Head - 8 + size);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * channels);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), (short)channels);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 8);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), size);

        // 8-bit samples have no sign: the middle is silence.
        file.AsSpan(Head).Fill(0x80);
        return file;
    }
}
