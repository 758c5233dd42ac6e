using System.Buffers;

namespace Ahoy.Simulator.World;

/// <summary>How a text is cut into segments. Texts whose characters are all of GSM 03.38 take 7 bits a character, others UCS-2.</summary>
internal static class MessageText
{
    /// <summary>The longest text that a message may have.</summary>
    public const int MaximumLength = 1600;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Characters of the extension table, which take two places: the escape, and the character.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> s_gsm = SearchValues.Create(Basic + Extension);
    private static readonly SearchValues<char> s_extension = SearchValues.Create(Extension);

    /// <summary>Whether a text can be sent in GSM-7.</summary>
    public static bool IsGsm(string text) => !text.AsSpan().ContainsAnyExcept(s_gsm);

    /// <summary>How many segments a text takes; an empty one takes one.</summary>
    public static int CountSegments(string text) => IsGsm(text) ? CountGsm(text) : CountUcs2(text);

    private static int CountGsm(string text)
    {
        var length = text.Length;
        foreach (var character in text)
        {
            length += s_extension.Contains(character) ? 1 : 0;
        }

        if (length <= 160)
        {
            return 1;
        }

        // An escape and its character stay together, so that a segment may end one place early.
        var (segments, used) = (1, 0);
        foreach (var character in text)
        {
            var places = s_extension.Contains(character) ? 2 : 1;
            if (used + places > 153)
            {
                segments++;
                used = 0;
            }

            used += places;
        }

        return segments;
    }

    private static int CountUcs2(string text)
    {
        if (text.Length <= 70)
        {
            return 1;
        }

        var (segments, used) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var units = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (used + units > 67)
            {
                segments++;
                used = 0;
            }

            used += units;
            i += units - 1;
        }

        return segments;
    }
}
