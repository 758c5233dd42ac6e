using System.Buffers;

namespace Ahoy.Host.Gateway;

/// <summary>Reads the target of a request as it was sent, without what servers usually do to it before anyone can look.</summary>
internal static class RequestTarget
{
    private static readonly SearchValues<char> s_refused =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\x7f', '\\']);

    /// <summary>The path and query of a target, which a client of a proxy sends with scheme and host before it.</summary>
    public static string WithoutAuthority(string target)
    {
        if (target.Length > 0 && target[0] == '/')
        {
            return target;
        }

        var authority = target.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
        {
            return target;
        }

        var path = target.AsSpan(authority + 3).IndexOfAny('/', '?');
        return path < 0 ? "/" : target[(authority + 3 + path)..] is ['?', ..] query ? "/" + query : target[(authority + 3 + path)..];
    }

    /// <summary>
    /// Decodes a path once. Null where it is not what a resource's path can look like: a backslash, a control character, an encoded
    /// slash, a broken escape, or bytes that are not UTF-8.
    /// </summary>
    /// <remarks>
    /// What is decoded is compared with the paths of the Build, character by character: dots are not resolved, nothing is decoded twice,
    /// and no case or form of a letter stands for another.
    /// </remarks>
    public static string? DecodePath(ReadOnlySpan<char> raw) =>
        raw.Contains("%2f", StringComparison.OrdinalIgnoreCase)
        || PercentEncoding.Decode(raw) is not { } path
        || path.AsSpan().ContainsAny(s_refused)
            ? null
            : path;
}
