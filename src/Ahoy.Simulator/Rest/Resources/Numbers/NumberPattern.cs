namespace Ahoy.Simulator.Rest.Resources.Numbers;

/// <summary>Part of a number, as searches write it: `*` or `%` is any digit or some, letters are those of a telephone's keys.</summary>
internal static class NumberPattern
{
    private const string Keys = "22233344455566677778889999";

    internal static bool Contains(string number, string pattern)
    {
        var wanted = string.Concat(pattern.Where(c => char.IsAsciiLetterOrDigit(c) || c is '*' or '%').Select(c => char.IsAsciiLetter(c) ? Keys[char.ToUpperInvariant(c) - 'A'] : c));
        for (var start = 1; start <= number.Length - wanted.Length; start++)
        {
            var i = 0;
            while (i < wanted.Length && (wanted[i] is '*' or '%' || wanted[i] == number[start + i]))
            {
                i++;
            }

            if (i == wanted.Length)
            {
                return true;
            }
        }

        return false;
    }
}
