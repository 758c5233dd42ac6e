using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ahoy.Integrity.Content;

/// <summary>
/// What answers and log lines are made of; <c>content.js</c> makes the same. An answer is a piece of it whose place no other answer has, so that
/// one that is another request's, or has lost, doubled or changed bytes, differs.
/// </summary>
internal static class SharedContent
{
    public const int BinaryLength = 5 * 1024 * 1024;
    public const int TextLength = 256 * 1024;
    public const int VersionLength = 7;
    private const int PlainLength = 16 * 1024;
    private const int LogTextLength = 4096;

    private static readonly char[] s_special = ['\ufeff', '\ufffe', '\uffff', '\ufffd', '\u2028', '\u2029', '\u200d', '\u00ad', '\ue000', '\ufdd0'];
    private static readonly byte[] s_binary = MakeBinary();
    private static readonly char[] s_text = MakeText();
    private static readonly string s_ascii = MakePlain(3, Range(0x21, 0x7e, "\"\\"));
    private static readonly string s_latin = MakePlain(4, Range(0x21, 0x7e) + Range(0xa1, 0xff));
    private static readonly string s_cookies = MakePlain(5, Range(0x21, 0x7e, "\"\\,;%"));

    public static ReadOnlyMemory<byte> BinaryAt(int at, int length) => s_binary.AsMemory(at, length);

    /// <summary>UTF-16 units of every kind; half of a pair may stand alone.</summary>
    public static string TextAt(int at, int length) => Cut(s_text, at, length);

    /// <summary>Printable ASCII that neither JSON nor a cookie escapes.</summary>
    public static string AsciiAt(int at, int length) => Cut(s_ascii, at, length);

    /// <summary>Printable Latin-1, as a header has it.</summary>
    public static string LatinAt(int at, int length) => Cut(s_latin, at, length);

    /// <summary>What the value of a cookie can hold.</summary>
    public static string CookieAt(int at, int length) => Cut(s_cookies, at, length);

    /// <summary>A log line of an invocation, as it arrives: with U+FFFD for what is no character.</summary>
    public static string Line(int id, int n)
    {
        var start = unchecked((uint)((id * 256) + n) * 0x9e3779b1u);
        var text = s_text.AsSpan((int)(start % (TextLength - LogTextLength)), start % 89 == 0 ? LogTextLength : (int)(start % 97));
        return WellFormed(string.Create(CultureInfo.InvariantCulture, $"{id} {n} {text}."));
    }

    /// <summary>A text as it is after a way through UTF-8.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[] MakeBinary()
    {
        var next = new XorShift(1);
        var binary = new byte[BinaryLength];
        foreach (ref var word in MemoryMarshal.Cast<byte, uint>(binary.AsSpan()))
        {
            word = next.Next();
        }

        return binary;
    }

    private static char[] MakeText()
    {
        var next = new XorShift(2);
        var units = new char[TextLength];
        for (var i = 0; i < TextLength; i++)
        {
            var r = next.Next();
            var n = r >> 8;
            units[i] = (char)((r & 15) switch
            {
                6 => n % 0x20,
                7 => 0x80 + (n % 0x80),
                8 => 0x300 + (n % 0x70),
                9 => 0x370 + (n % 0x1000),
                10 => 0x4e00 + (n % 0x5000),
                11 or 13 => 0xd800 + (n % 0x400),
                12 => 0xdc00 + (n % 0x400),
                14 => s_special[n % s_special.Length],
                15 => 0x590 + (n % 0x160),
                _ => 0x20 + (n % 95),
            });
            if ((r & 15) == 13 && i + 1 < TextLength)
            {
                units[++i] = (char)(0xdc00 + ((n >> 10) % 0x400));
            }
        }

        return units;
    }

    private static string MakePlain(uint seed, string characters)
    {
        var next = new XorShift(seed);
        var text = new StringBuilder(PlainLength);
        for (var i = 0; i < PlainLength; i++)
        {
            text.Append(characters[(int)((next.Next() >> 8) % characters.Length)]);
        }

        return text.ToString();
    }

    private static string Range(int from, int to, string without = "") =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(c => (char)c).Where(c => !without.Contains(c, StringComparison.Ordinal)));

    // A piece of a text that begins anew where it ends.
    private static string Cut(ReadOnlySpan<char> whole, int at, int length)
    {
        var piece = new char[length];
        var start = at % whole.Length;
        for (var done = 0; done < length;)
        {
            var count = Math.Min(length - done, whole.Length - start);
            whole.Slice(start, count).CopyTo(piece.AsSpan(done));
            done += count;
            start = 0;
        }

        return new string(piece);
    }
}
