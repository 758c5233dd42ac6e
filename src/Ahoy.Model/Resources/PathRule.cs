using System.Globalization;

namespace Ahoy.Model;

/// <summary>
/// What the path of a Function or an Asset can be: the one rule that a build, an upload and the start of an archive go by. Pages:
/// Functions; Assets.
/// </summary>
/// <remarks>
/// A path is served as it is and becomes a file below a folder. So it starts with a slash, has no part that is empty or only dots, and
/// none of the characters that the platform refuses. Letters of any language are fine.
/// </remarks>
public static class PathRule
{
    private const string Refused = ";,?:@+&$()' \"#\\%<>|*";

    /// <summary>Says what is wrong with a path, without a full stop; null where it is fine.</summary>
    /// <param name="kind">Whose path it is: the root, <c>/</c>, can be an Asset's only.</param>
    /// <param name="path">The path, with its leading slash.</param>
    public static string? Validate(ResourceKind kind, string path)
    {
        if (Describe(kind, path) is not { } reason)
        {
            return null;
        }

        return $"the path '{path}' {reason}";
    }

    /// <summary>Says that two resources have one path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="file">The file that has it already.</param>
    public static string DescribeDuplicate(string path, string file) =>
        $"the path '{path}' is taken by '{file}': only one of them could be reached; rename or remove one";

    private static string? Describe(ResourceKind kind, string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return "does not start with '/'";
        }

        if (path.Length > PlatformLimits.PathLength)
        {
            return string.Format(
                CultureInfo.InvariantCulture, "has {0} characters, and {1} are allowed", path.Length, PlatformLimits.PathLength);
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (IsRefused(path[i]) || IsHalfOfACharacter(path, i))
            {
                return $"has the character {Name(path[i])}, which no path can have";
            }
        }

        // The root is a path of its own, for an Asset. Page: Assets.
        return path == "/"
            ? kind == ResourceKind.Asset ? null : "is the root, which only an Asset can be"
            : path.Substring(1).Split('/').Select(DescribePart).FirstOrDefault(problem => problem is not null);
    }

    private static string? DescribePart(string part) => part switch
    {
        "" => "has an empty part",
        "." or ".." => $"has the part '{part}', which every client resolves before it asks",
        _ => null,
    };

    private static bool IsRefused(char c) => Refused.IndexOf(c) >= 0 || char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFEFF';

    // UTF-8, in which a path is uploaded, has no halves.
    private static bool IsHalfOfACharacter(string path, int i) =>
        (char.IsHighSurrogate(path[i]) && (i + 1 == path.Length || !char.IsLowSurrogate(path[i + 1])))
        || (char.IsLowSurrogate(path[i]) && !char.IsHighSurrogate(path[i - 1]));

    private static string Name(char c) => c switch
    {
        ' ' => "' ' (a space)",
        > ' ' and < '\u007F' => $"'{c}'",
        _ => $"U+{(int)c:X4}",
    };
}
