using System.Security.Cryptography;

namespace Ahoy.Model;

/// <summary>The name of a content in a Build: its SHA-256 in lower-case hexadecimal digits.</summary>
public static class ContentHash
{
    private const int Length = 64;

    /// <summary>The hash of bytes.</summary>
    public static string Of(byte[] content)
    {
        using var sha256 = SHA256.Create();
        return Write(sha256.ComputeHash(content));
    }

    /// <summary>The hash of what a stream has from where it stands to its end.</summary>
    public static string Of(Stream content)
    {
        using var sha256 = SHA256.Create();
        return Write(sha256.ComputeHash(content));
    }

    /// <summary>Whether a text has the form of a hash, so that it can be the name of a file and nothing else.</summary>
    public static bool IsHash(string text) => text.Length == Length && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static string Write(byte[] hash) => BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
}
