using System.Security.Cryptography;
using Ahoy.Simulator.Rest.Documents;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>Two letters that say what it is, and 32 hexadecimal digits.</summary>
internal static class Sids
{
    public static string New(string prefix)
    {
        return prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
    }

    /// <summary>The letters that a document's pattern begins with; null where it is no pattern of SIDs. Of several, the first.</summary>
    public static string? Prefix(ApiSchema? schema)
    {
        var letters = (schema?.Pattern ?? "").AsSpan().TrimStart("^(");
        return letters.Length > 2 && char.IsAsciiLetterUpper(letters[0]) && char.IsAsciiLetterUpper(letters[1]) ? letters[..2].ToString() : null;
    }

    public static bool Is(string value)
    {
        return value.Length == 34 && char.IsAsciiLetterUpper(value[0]) && char.IsAsciiLetterUpper(value[1]) && value.AsSpan(2).IndexOfAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdefABCDEF")) < 0;
    }
}
