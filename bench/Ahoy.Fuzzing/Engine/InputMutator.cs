using System.Text;

namespace Ahoy.Fuzzing.Engine;

/// <summary>Changes inputs at random: bits, bytes, numbers, stretches, pieces of other inputs, and what the formats here are made of.</summary>
internal sealed class InputMutator(Random random)
{
    private const int LongestInput = 16 * 1024;

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", "(", ")", "\"", "'", "`", "${", "\\", "\\u0000", "\\x", "//", "/*", "*/", "#", "=", "=>", "?.", "&", "+", "%", "%2f", "%00", "%u", "%C3",
            "\n", "\r\n", "\0", "\uFEFF", "\u2028", "ä", "😀", "export ", "async ", "function", "class ", "await ", "/a/g", "1e999", "0x", "-Infinity", "NaN", "null", "true",
            "../", "..\\", "://", "?", ";", ":", "Content-Disposition: form-data; name=\"", "\r\n\r\n", "--", "--x--\r\n", "build.json", "files/",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0x80], [0x50, 0x4B, 3, 4],
    ];

    /// <summary>Makes an input from one, with pieces of another.</summary>
    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = input.ToList();
        for (var changes = 1 << random.Next(5); changes > 0; changes--)
        {
            Change(bytes, other);
        }

        return bytes.Count <= LongestInput ? [.. bytes] : [.. bytes.Take(LongestInput)];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var isInside = at < bytes.Count;
        var length = isInside ? random.Next(1, Math.Min(bytes.Count - at, 1 << random.Next(8)) + 1) : 0;
        switch (random.Next(9))
        {
            case 0 when isInside:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when isInside:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when isInside:
                bytes[at] = (byte)(bytes[at] + random.Next(-4, 5));
                break;
            case 3 when isInside:
                bytes.RemoveRange(at, length);
                break;
            case 4 when isInside:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5 when isInside && random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(1 << random.Next(8)));
                break;
            case 7 when random.Next(8) == 0:
                // Deep or long, as no person writes.
                bytes.InsertRange(at, Enumerable.Repeat(s_pieces[random.Next(s_pieces.Length)], 1 << random.Next(10)).SelectMany(piece => piece));
                break;
            default:
                bytes.InsertRange(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
        }
    }
}
