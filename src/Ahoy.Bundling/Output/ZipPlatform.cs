namespace Ahoy.Bundling.Output;

/// <summary>
/// A zip says of each entry which system made it and what permissions the file has, and .NET writes what suits the system that it runs
/// on. This makes all of them plain Unix files, for the same bytes everywhere.
/// </summary>
internal static class ZipPlatform
{
    private const int EndLength = 22;
    private const int EndSignature = 0x06054B50;
    private const int End64LocatorLength = 20;
    private const int End64LocatorSignature = 0x07064B50;
    private const int EntryLength = 46;
    private const int EntrySignature = 0x02014B50;
    private const byte Unix = 3;

    // -rw-r--r-- of a regular file, in the upper half, as Unix keeps it.
    private static readonly byte[] s_permissions = [0, 0, 0xA4, 0x81];

    /// <summary>Changes an archive that was just written, without a comment at its end.</summary>
    public static void MakeUnix(Stream stream)
    {
        var end = Read(stream, stream.Length - EndLength, EndLength);
        Expect(end, EndSignature);
        var (position, count) = Directory(stream, end);
        for (var i = 0L; i < count; i++)
        {
            var entry = Read(stream, position, EntryLength);
            Expect(entry, EntrySignature);
            stream.Position = position + 5;
            stream.WriteByte(Unix);
            stream.Position = position + 38;
            stream.Write(s_permissions, 0, s_permissions.Length);
            position += EntryLength + BitConverter.ToUInt16(entry, 28) + BitConverter.ToUInt16(entry, 30) + BitConverter.ToUInt16(entry, 32);
        }

        stream.Position = stream.Length;
    }

    private static (long Position, long Count) Directory(Stream stream, byte[] end)
    {
        var locatorAt = stream.Length - EndLength - End64LocatorLength;
        if (locatorAt >= 0 && Read(stream, locatorAt, End64LocatorLength) is var locator && BitConverter.ToInt32(locator, 0) == End64LocatorSignature)
        {
            var end64 = Read(stream, BitConverter.ToInt64(locator, 8), 56);
            return (BitConverter.ToInt64(end64, 48), BitConverter.ToInt64(end64, 32));
        }

        return (BitConverter.ToUInt32(end, 16), BitConverter.ToUInt16(end, 10));
    }

    private static byte[] Read(Stream stream, long position, int length)
    {
        var buffer = new byte[length];
        stream.Position = position;
        for (var read = 0; read < length;)
        {
            var count = stream.Read(buffer, read, length - read);
            read += count > 0 ? count : throw new InvalidDataException("The archive ends too early.");
        }

        return buffer;
    }

    private static void Expect(byte[] record, int signature)
    {
        if (BitConverter.ToInt32(record, 0) != signature)
        {
            throw new InvalidDataException("The archive is not built as expected.");
        }
    }
}
