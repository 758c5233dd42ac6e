namespace Ahoy.Model;

/// <summary>Where something in a compiled line comes from: one place of a source map of revision 3.</summary>
/// <param name="Column">The column in the compiled line.</param>
/// <param name="Source">The number of the source; -1 for none.</param>
/// <param name="OriginalLine">The line in the source.</param>
/// <param name="OriginalColumn">The column in the source.</param>
public readonly record struct MapSegment(int Column, int Source, int OriginalLine, int OriginalColumn)
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int DigitBits = 5;
    private const int GoesOn = 1 << DigitBits;
    private const int MostBits = 30;

    /// <summary>Reads the mappings of a map, line by line; null where they are malformed.</summary>
    /// <param name="mappings">The mappings: numbers relative to the ones before, in base 64.</param>
    /// <param name="sources">How many sources there are.</param>
    public static IReadOnlyList<IReadOnlyList<MapSegment>>? ReadAll(string mappings, int sources)
    {
        var lines = new List<List<MapSegment>> { new() };
        var numbers = new List<int>(5);
        int column = 0, source = 0, line = 0, original = 0;
        for (var i = 0; i <= mappings.Length;)
        {
            var end = i == mappings.Length ? ';' : mappings[i];
            if (end is not (';' or ','))
            {
                if (!TryRead(mappings, ref i, out var number) || numbers.Count == 5)
                {
                    return null;
                }

                numbers.Add(number);
                continue;
            }

            i++;
            if (numbers.Count > 0)
            {
                column += numbers[0];
                if (numbers.Count >= 4)
                {
                    source += numbers[1];
                    line += numbers[2];
                    original += numbers[3];
                }

                if (numbers.Count is 2 or 3 || column < 0 || source < 0 || line < 0 || original < 0 || (numbers.Count >= 4 && source >= sources))
                {
                    return null;
                }

                lines[lines.Count - 1].Add(new MapSegment(column, numbers.Count >= 4 ? source : -1, line, original));
                numbers.Clear();
            }

            if (end == ';')
            {
                // The order within a line is not promised.
                lines[lines.Count - 1].Sort(static (one, other) => one.Column.CompareTo(other.Column));
                lines.Add([]);
                column = 0;
            }
        }

        return lines;
    }

    private static bool TryRead(string text, ref int i, out int number)
    {
        number = 0;
        for (var shift = 0; i < text.Length && shift <= MostBits; shift += DigitBits)
        {
            var digit = Digits.IndexOf(text[i++]);
            if (digit < 0)
            {
                return false;
            }

            number = unchecked(number | ((digit & (GoesOn - 1)) << shift));
            if ((digit & GoesOn) == 0)
            {
                // The lowest bit is the sign.
                number = (number & 1) == 0 ? (int)((uint)number >> 1) : -(int)((uint)number >> 1);
                return true;
            }
        }

        return false;
    }
}
