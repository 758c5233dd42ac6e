using System.Globalization;

namespace Ahoy.JavaScript.Lexing;

/// <summary>Makes the value of a number from its text.</summary>
internal static class NumberContents
{
    private const int DigitsThatFitExactly = 15;

    /// <summary>The value of the literal at a span; what is not valid in it is left out.</summary>
    public static double Read(string text, int start, int end)
    {
        var length = end - start;
        if (length > 1 && text[start] == '0')
        {
            switch (text[start + 1])
            {
                case 'x' or 'X':
                    return PowerOfTwo(text, start + 2, end, 4);
                case 'o' or 'O':
                    return PowerOfTwo(text, start + 2, end, 3);
                case 'b' or 'B':
                    return PowerOfTwo(text, start + 2, end, 1);
                case >= '0' and <= '9' when IsLegacyOctal(text, start, end):
                    return PowerOfTwo(text, start + 1, end, 3);
            }
        }

        return length <= DigitsThatFitExactly && TryReadInteger(text, start, end, out var value)
            ? value
            : Decimal(text.Substring(start, length));
    }

    private static bool TryReadInteger(string text, int start, int end, out long value)
    {
        value = 0;
        for (var i = start; i < end; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }

    private static double Decimal(string number)
    {
        var digits = number.Replace("_", string.Empty);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            // .NET Framework takes what is too large for an error.
            : digits.IndexOfAny(['e', 'E']) >= 0 && digits.IndexOf('-') < 0 ? double.PositiveInfinity : 0;
    }

    private static bool IsLegacyOctal(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '7')
            {
                return false;
            }
        }

        return true;
    }

    // Keeps 64 bits and whether anything is lost below them, so that the one rounding, to 53 bits, is right.
    private static double PowerOfTwo(string text, int start, int end, int bitsPerDigit)
    {
        ulong bits = 0;
        var lost = 0;
        for (var i = start; i < end; i++)
        {
            var digit = EscapeSequence.HexDigit(text[i]);
            if (digit < 0)
            {
                continue;
            }

            for (var bit = bitsPerDigit - 1; bit >= 0; bit--)
            {
                var next = (ulong)((digit >> bit) & 1);
                if (bits >> 63 != 0)
                {
                    bits |= next;
                    lost++;
                }
                else
                {
                    bits = (bits << 1) | next;
                }
            }
        }

        return bits * Math.Pow(2, lost);
    }
}
