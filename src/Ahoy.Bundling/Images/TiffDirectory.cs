namespace Ahoy.Bundling.Images;

/// <summary>The directories of a TIFF structure, which EXIF data is.</summary>
internal sealed class TiffDirectory
{
    private const int GpsTag = 0x8825;
    private const int LatitudeTag = 2;
    private const int EntryLength = 12;

    private readonly byte[] _data;
    private readonly int _start;
    private readonly int _end;
    private readonly bool _littleEndian;

    public TiffDirectory(byte[] data, int start, int end)
    {
        _data = data;
        _start = start;
        _end = end;
        _littleEndian = start < end && data[start] == (byte)'I';
    }

    /// <summary>Whether the first directory leads to one of places, and that has a latitude.</summary>
    public bool HasLatitude() =>
        Number(2, 2) == 42
        && Number(4, 4) is { } first
        && Find(first, GpsTag) is { } gps
        && Find(gps, LatitudeTag) is not null;

    /// <summary>The value of an entry of the directory at an offset, or null.</summary>
    private long? Find(long directory, int tag)
    {
        if (Number(directory, 2) is not { } count)
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            var entry = directory + 2 + (i * EntryLength);
            if (Number(entry, 2) is not { } found)
            {
                return null;
            }

            if (found == tag)
            {
                return Number(entry + 8, 4);
            }
        }

        return null;
    }

    private long? Number(long offset, int length)
    {
        var position = _start + offset;
        if (offset < 0 || position + length > _end)
        {
            return null;
        }

        var number = 0L;
        for (var i = 0; i < length; i++)
        {
            var index = (int)position + (_littleEndian ? length - 1 - i : i);
            number = (number << 8) | _data[index];
        }

        return number;
    }
}
