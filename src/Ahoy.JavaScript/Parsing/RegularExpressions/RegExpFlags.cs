namespace Ahoy.JavaScript.Parsing.RegularExpressions;

/// <summary>The flags of a regular expression, by their letters.</summary>
[Flags]
internal enum RegExpFlags
{
    None = 0,
    HasIndices = 1,
    Global = 1 << 1,
    IgnoreCase = 1 << 2,
    Multiline = 1 << 3,
    DotAll = 1 << 4,
    Unicode = 1 << 5,
    UnicodeSets = 1 << 6,
    Sticky = 1 << 7,
}
