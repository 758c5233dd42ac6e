using System.Globalization;

namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>Which code points a group's name may have.</summary>
internal static class IdentifierCharacters
{
    public static bool IsStart(int codePoint) => codePoint is '$' or '_' or 0x2118 or 0x212E or 0x309B or 0x309C
        || CategoryOf(codePoint) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber;

    public static bool IsPart(int codePoint) => IsStart(codePoint) || codePoint is 0x200C or 0x200D or 0xB7 or 0x387
        || CategoryOf(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static UnicodeCategory CategoryOf(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
}
