using System.Globalization;
using System.Numerics;

namespace Ahoy.JavaScript.Lexing;

/// <summary>Makes the value of a BigInt from its text.</summary>
internal static class BigIntContents
{
    /// <summary>The value of the literal at a span, its <c>n</c> included, in decimal digits; "0" if it is not valid.</summary>
    public static string Read(string text, int start, int end)
    {
        var digits = text.Substring(start, Math.Max(0, end - start - 1)).Replace("_", string.Empty);
        if (digits.Length < 2 || digits[0] != '0')
        {
            return digits.Length == 0 ? "0" : digits;
        }

        var bits = digits[1] switch
        {
            'x' or 'X' => 4,
            'o' or 'O' => 3,
            'b' or 'B' => 1,
            _ => 0,
        };
        if (bits == 0)
        {
            return "0";
        }

        var value = BigInteger.Zero;
        for (var i = 2; i < digits.Length; i++)
        {
            value = (value << bits) + Math.Max(0, EscapeSequence.HexDigit(digits[i]));
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }
}
