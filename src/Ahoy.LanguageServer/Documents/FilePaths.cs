namespace Ahoy.LanguageServer.Documents;

/// <summary>Paths and URIs of files.</summary>
internal static class FilePaths
{
    /// <summary>How paths of this machine compare.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The path of a URI; null where it is none of a file.</summary>
    public static string? PathOf(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        // Some editors write the colon of a Windows drive as %3A, which Uri leaves.
        var path = Uri.UnescapeDataString(parsed.AbsolutePath);
        if (OperatingSystem.IsWindows())
        {
            path = path.TrimStart('/').Replace('/', '\\');
        }

        return path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path);
    }

    /// <summary>The URI of a path.</summary>
    public static string UriOf(string path) =>
        "file://" + (OperatingSystem.IsWindows() ? "/" : "") + string.Join('/', path.Replace('\\', '/').Split('/').Select((part, i) => i == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part)));
}
