using System.Globalization;

namespace Ahoy.JavaScript;

/// <summary>What ECMAScript says of characters.</summary>
internal static class Characters
{
    /// <summary>By ASCII code: 1 for what may start an identifier, 2 for what may go on in one.</summary>
    public static readonly byte[] IdentifierParts = CreateIdentifierParts();

    public const byte StartsIdentifier = 1;
    public const byte ContinuesIdentifier = 2;

    public static bool IsLineTerminator(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool IsDecimalDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>White space that is no line terminator.</summary>
    public static bool IsWhiteSpace(char c) => c switch
    {
        ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF' => true,
        < '\u1680' => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator,
    };

    public static bool IsAsciiIdentifierStart(char c) =>
        (uint)c < (uint)IdentifierParts.Length && (IdentifierParts[c] & StartsIdentifier) != 0;

    public static bool IsAsciiIdentifierPart(char c) =>
        (uint)c < (uint)IdentifierParts.Length && IdentifierParts[c] != 0;

    /// <summary>The code point at an offset, which is inside the text; a lone surrogate stands for itself.</summary>
    public static int CodePointAt(string text, int index)
    {
        var c = text[index];
        return char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(c, text[index + 1])
            : c;
    }

    public static bool IsIdentifierStart(int codePoint)
    {
        if (codePoint < 128)
        {
            return IsAsciiIdentifierStart((char)codePoint);
        }

        switch (Category(codePoint))
        {
            case UnicodeCategory.UppercaseLetter:
            case UnicodeCategory.LowercaseLetter:
            case UnicodeCategory.TitlecaseLetter:
            case UnicodeCategory.ModifierLetter:
            case UnicodeCategory.OtherLetter:
            case UnicodeCategory.LetterNumber:
                // VERTICAL TILDE is a letter that Unicode keeps for syntax.
                return codePoint != 0x2E2F;
            case UnicodeCategory.OtherNotAssigned:
                // The runtime's Unicode may be older than the source's: these planes hold ideographs only, more every year.
                return codePoint is >= 0x20000 and <= 0x3FFFD;
            default:
                // Unicode's Other_ID_Start.
                return codePoint is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;
        }
    }

    public static bool IsIdentifierPart(int codePoint)
    {
        if (codePoint < 128)
        {
            return IsAsciiIdentifierPart((char)codePoint);
        }

        switch (Category(codePoint))
        {
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.SpacingCombiningMark:
            case UnicodeCategory.DecimalDigitNumber:
            case UnicodeCategory.ConnectorPunctuation:
                return true;
            default:
                // ECMAScript's own ZWNJ and ZWJ, and Unicode's Other_ID_Continue.
                return codePoint is 0x200C or 0x200D or 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x30FB or 0xFF65
                    || IsIdentifierStart(codePoint);
        }
    }

    private static UnicodeCategory Category(int codePoint) => codePoint switch
    {
        > 0xFFFF => CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0),
        _ => CharUnicodeInfo.GetUnicodeCategory((char)codePoint),
    };

    private static byte[] CreateIdentifierParts()
    {
        var table = new byte[128];
        for (var c = 'a'; c <= 'z'; c++)
        {
            table[c] = table[char.ToUpperInvariant(c)] = StartsIdentifier | ContinuesIdentifier;
        }

        table['$'] = table['_'] = StartsIdentifier | ContinuesIdentifier;
        for (var c = '0'; c <= '9'; c++)
        {
            table[c] = ContinuesIdentifier;
        }

        return table;
    }
}
