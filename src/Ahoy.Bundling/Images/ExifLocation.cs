namespace Ahoy.Bundling.Images;

/// <summary>
/// Whether an image's EXIF data has a place. It looks for the EXIF block in JPEG, PNG, WebP and TIFF and in it for the latitude,
/// and believes no length that it reads: a damaged image has no place.
/// </summary>
/// <remarks>The one package for this that can be had knows no EXIF in PNG, and would come along with every build for one hint.</remarks>
internal static class ExifLocation
{
    private static readonly byte[] s_exifMark = [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0];

    public static bool IsIn(byte[] image) => FindExif(image) is { } exif && new TiffDirectory(image, exif.Start, exif.End).HasLatitude();

    private static (int Start, int End)? FindExif(byte[] image)
    {
        if (image.Length < 12)
        {
            return null;
        }

        return image[0] switch
        {
            0xFF when image[1] == 0xD8 => FindInJpeg(image),
            0x89 when HasText(image, 1, "PNG") => FindInPng(image),
            (byte)'R' when HasText(image, 0, "RIFF") && HasText(image, 8, "WEBP") => FindInWebP(image),
            (byte)'I' or (byte)'M' => (0, image.Length),
            _ => null,
        };
    }

    private static (int Start, int End)? FindInJpeg(byte[] image)
    {
        // Segments: FF, kind, length (big-endian, with its own two bytes). The pixels follow FFDA.
        var position = 2;
        while (position + 4 <= image.Length && image[position] == 0xFF && image[position + 1] != 0xDA)
        {
            var length = (image[position + 2] << 8) | image[position + 3];
            var end = position + 2 + length;
            var start = position + 4;
            if (image[position + 1] == 0xE1 && end <= image.Length && StartsWith(image, start, s_exifMark))
            {
                return (start + s_exifMark.Length, end);
            }

            position = length < 2 ? image.Length : end;
        }

        return null;
    }

    private static (int Start, int End)? FindInPng(byte[] image)
    {
        // Chunks: length (big-endian, of the data alone), kind, data, checksum.
        long position = 8;
        while (position + 12 <= image.Length)
        {
            var at = (int)position;
            var length = ((long)image[at] << 24) | ((long)image[at + 1] << 16) | ((long)image[at + 2] << 8) | image[at + 3];
            if (HasText(image, at + 4, "eXIf") && position + 8 + length <= image.Length)
            {
                return (at + 8, (int)(position + 8 + length));
            }

            position += length + 12;
        }

        return null;
    }

    private static (int Start, int End)? FindInWebP(byte[] image)
    {
        // Chunks: kind, length (little-endian), data, padded to an even length.
        long position = 12;
        while (position + 8 <= image.Length)
        {
            var at = (int)position;
            var length = image[at + 4] | ((long)image[at + 5] << 8) | ((long)image[at + 6] << 16) | ((long)image[at + 7] << 24);
            if (HasText(image, at, "EXIF") && position + 8 + length <= image.Length)
            {
                // Some writers keep JPEG's mark before the data.
                var start = StartsWith(image, at + 8, s_exifMark) ? at + 8 + s_exifMark.Length : at + 8;
                return (start, (int)(position + 8 + length));
            }

            position += 8 + length + (length & 1);
        }

        return null;
    }

    private static bool HasText(byte[] image, int position, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (position + i >= image.Length || image[position + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsWith(byte[] image, int position, byte[] mark)
    {
        for (var i = 0; i < mark.Length; i++)
        {
            if (position + i >= image.Length || image[position + i] != mark[i])
            {
                return false;
            }
        }

        return true;
    }
}
