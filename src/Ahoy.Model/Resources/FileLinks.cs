using System.Reflection;

namespace Ahoy.Model;

/// <summary>Symbolic links, which netstandard2.0 has no interface for, though every runtime that Ahoy runs on does.</summary>
public static class FileLinks
{
    private static readonly MethodInfo? s_resolve =
        typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", [typeof(bool)]);

    /// <summary>Whether the entry is a link.</summary>
    public static bool IsLink(string entry)
    {
        try
        {
            return (File.GetAttributes(entry) & FileAttributes.ReparsePoint) != 0;
        }
        catch (IOException)
        {
            // A broken link has no attributes to read on some systems; the caller sees that nothing is there.
            return false;
        }
    }

    /// <summary>Whether the entry is a link whose target is missing. A link exists for the runtime even then.</summary>
    public static bool IsBroken(string entry) =>
        !File.Exists(entry) || (IsLink(entry) && RealPath(entry) is { } target && !File.Exists(target));

    /// <summary>
    /// The path with every link in it resolved; null where a link's target can't be found (a broken link, or the desktop's MSBuild,
    /// whose runtime can't ask).
    /// </summary>
    public static string? RealPath(string path)
    {
        if (s_resolve is null)
        {
            return null;
        }

        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var real = root;
        foreach (var part in full.Substring(root.Length).Split([Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            try
            {
                FileSystemInfo info = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
                if (s_resolve.Invoke(info, [true]) is FileSystemInfo target)
                {
                    real = target.FullName;
                }
            }
            catch (TargetInvocationException e) when (e.InnerException is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return real;
    }
}
