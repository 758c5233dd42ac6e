using System.Globalization;
using System.Text;

namespace Ahoy.JavaScript.Syntax;

/// <summary>Formats numbers as ECMAScript's <c>Number::toString</c> and <c>JSON.stringify</c> do.</summary>
internal static class JsonNumber
{
    public static string Format(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return "null";
        }

        if (value == 0)
        {
            return "0";
        }

        // "E16" would show digits that are not needed to read the number back; "R" shows just those.
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var output = new StringBuilder();
        if (shortest[0] == '-')
        {
            output.Append('-');
        }

        var (digits, point) = Split(shortest);
        Layout(output, digits, point);
        return output.ToString();
    }

    /// <summary>The significant digits, and how many of them stand before the decimal point.</summary>
    private static (string Digits, int Point) Split(string number)
    {
        var exponentAt = number.IndexOf('E');
        var mantissa = exponentAt < 0 ? number : number.Substring(0, exponentAt);
        var exponent = exponentAt < 0 ? 0 : int.Parse(number.Substring(exponentAt + 1), CultureInfo.InvariantCulture);
        mantissa = mantissa.TrimStart('-');
        var pointAt = mantissa.IndexOf('.');
        var before = pointAt < 0 ? mantissa.Length : pointAt;
        var all = mantissa.Replace(".", string.Empty);
        var digits = all.TrimStart('0');
        var point = before - (all.Length - digits.Length) + exponent;
        return (digits.TrimEnd('0'), point);
    }

    private static void Layout(StringBuilder output, string digits, int point)
    {
        if (point >= digits.Length && point <= 21)
        {
            output.Append(digits).Append('0', point - digits.Length);
        }
        else if (point > 0 && point <= 21)
        {
            output.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }
        else if (point > -6 && point <= 0)
        {
            output.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            output.Append(digits[0]);
            if (digits.Length > 1)
            {
                output.Append('.').Append(digits, 1, digits.Length - 1);
            }

            output.Append('e').Append(point > 0 ? '+' : '-').Append(Math.Abs(point - 1));
        }
    }
}
