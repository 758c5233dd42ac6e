using System.Buffers;
using System.Text;

namespace Ahoy.Host.Gateway;

/// <summary>Decodes escapes (<c>%41</c>), which stand for bytes of UTF-8.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> s_encoded = SearchValues.Create('+', '%');

    /// <summary>Decodes a text, or gives null where an escape is broken or the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = 0;
            while (text.Length > 0)
            {
                var run = text.IndexOf('%');
                if (run == 0)
                {
                    if (text.Length < 3 || !TryHex(text[1], text[2], out var value))
                    {
                        return null;
                    }

                    bytes[length++] = (byte)value;
                    text = text[3..];
                    continue;
                }

                var plain = run < 0 ? text : text[..run];
                length += Encoding.UTF8.GetBytes(plain, bytes.AsSpan(length));
                text = text[plain.Length..];
            }

            return s_strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>
    /// Decodes a name or value of a query or form: a plus is a blank, a broken escape stands for itself, and bytes that are not
    /// UTF-8 become U+FFFD.
    /// </summary>
    public static string DecodeForm(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(s_encoded))
        {
            return text.ToString();
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = 0;
        while (text.Length > 0)
        {
            if (text[0] == '+')
            {
                bytes[length++] = (byte)' ';
                text = text[1..];
            }
            else if (text[0] == '%' && text.Length > 2 && TryHex(text[1], text[2], out var value))
            {
                bytes[length++] = (byte)value;
                text = text[3..];
            }
            else
            {
                var end = text[1..].IndexOfAny(s_encoded);
                var plain = end < 0 ? text : text[..(end + 1)];
                length += Encoding.UTF8.GetBytes(plain, bytes.AsSpan(length));
                text = text[plain.Length..];
            }
        }

        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return decoded;
    }

    /// <summary>The value of two hexadecimal digits.</summary>
    public static bool TryHex(char high, char low, out int value)
    {
        value = char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) ? (Digit(high) << 4) | Digit(low) : -1;
        return value >= 0;
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
