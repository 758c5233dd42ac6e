using System.Security.Cryptography;

namespace Ahoy.Simulator.World;

/// <summary>Makes SIDs: two letters and 32 hexadecimal digits.</summary>
internal static class Sid
{
    /// <summary>A new SID.</summary>
    /// <param name="prefix">Its two letters.</param>
    public static string New(string prefix) => string.Concat(prefix, Hex());

    /// <summary>32 hexadecimal digits that nobody can guess.</summary>
    public static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Whether a text is a SID with these letters.</summary>
    public static bool Is(string? text, string prefix) =>
        text is { Length: 34 } && text.StartsWith(prefix, StringComparison.Ordinal) && !text.AsSpan(2).ContainsAnyExcept("0123456789abcdefABCDEF");
}
