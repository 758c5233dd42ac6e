namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>A group whose closing parenthesis has not been read.</summary>
internal readonly struct OpenGroup(int start, int firstName, bool repeatable)
{
    public int Start => start;

    /// <summary>How many groups had names when this one began.</summary>
    public int FirstName => firstName;

    /// <summary>Whether a quantifier may follow: not after a lookbehind, nor, with the flags u and v, after a lookahead.</summary>
    public bool Repeatable => repeatable;
}
