using System.Buffers;
using System.Globalization;

namespace Ahoy.Host.ControlPlane.Endpoints;

/// <summary>
/// What the path of a Version may be: what a URL can hold as it is, and what stays below its folder when the host lays a Build out
/// for Node.
/// </summary>
internal static class VersionPath
{
    private static readonly SearchValues<char> s_refused = SearchValues.Create(";,?:@+&$()' \"#\\%<>|*");

    /// <summary>Says what is wrong with a path, or null where it is fine.</summary>
    public static string? Validate(string path)
    {
        if (path.Length > FieldLengths.Name)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it has {path.Length} characters, and {FieldLengths.Name} are allowed.");
        }

        var refused = path.AsSpan().IndexOfAny(s_refused);
        if (refused >= 0)
        {
            return $"'{path}' has the character '{path[refused]}', which a path can't have.";
        }

        if (path.Any(char.IsControl))
        {
            return "it has a control character.";
        }

        // The root is an Asset of its own.
        return path != "/" && path[1..].Split('/').Any(part => part is "" or "." or "..")
            ? $"'{path}' has an empty part, or one that is only dots."
            : null;
    }
}
