using System.Globalization;

namespace Ahoy.Model;

/// <summary>One element of a <see cref="PathPattern"/>.</summary>
internal sealed class PathPatternPart
{
    private readonly Kind _kind;
    private readonly string _characters;
    private readonly int _from;
    private readonly int _to;

    private PathPatternPart(Kind kind, string characters = "", int from = 0, int to = 0)
    {
        _kind = kind;
        _characters = characters;
        _from = from;
        _to = to;
    }

    private enum Kind
    {
        Character,
        AnyCharacter,
        NotThese,
        Segment,
        Path,
        Number,
    }

    /// <summary><c>**</c>.</summary>
    public static PathPatternPart Anything { get; } = new(Kind.Path);

    /// <summary><c>*</c>.</summary>
    public static PathPatternPart AnythingButSlash { get; } = new(Kind.Segment);

    /// <summary><c>?</c>.</summary>
    public static PathPatternPart OneCharacter { get; } = new(Kind.AnyCharacter);

    /// <summary>Whether it stands for a text of any length, and not for one character.</summary>
    public bool IsVariable => _kind is Kind.Segment or Kind.Path or Kind.Number;

    public static PathPatternPart Literal(char c) => new(Kind.Character, c.ToString());

    /// <summary><c>[ab]</c>, <c>[!ab]</c>.</summary>
    public static PathPatternPart OneOf(string set) => set.StartsWith("!", StringComparison.Ordinal)
        ? new PathPatternPart(Kind.NotThese, set.Substring(1))
        : new PathPatternPart(Kind.Character, set);

    /// <summary><c>{from..to}</c>.</summary>
    public static PathPatternPart Number(int from, int to) => new(Kind.Number, from: from, to: to);

    /// <summary>Whether it stands for this character.</summary>
    public bool Accepts(char c) => _kind switch
    {
        Kind.AnyCharacter => true,
        Kind.NotThese => _characters.IndexOf(c) < 0,
        _ => _characters.IndexOf(c) >= 0,
    };

    /// <summary>How many characters from a position on it may stand for, the most first.</summary>
    public IEnumerable<int> Lengths(string path, int position)
    {
        var end = position;
        while (end < path.Length && CanHold(path[end], end == position))
        {
            end++;
        }

        for (var length = end - position; length >= 0; length--)
        {
            if (_kind != Kind.Number || IsInRange(path.Substring(position, length)))
            {
                yield return length;
            }
        }
    }

    private bool CanHold(char c, bool first) => _kind switch
    {
        Kind.Segment => c != '/',
        Kind.Number => c is >= '0' and <= '9' || (first && c == '-'),
        _ => true,
    };

    private bool IsInRange(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= _from
        && number <= _to;
}
