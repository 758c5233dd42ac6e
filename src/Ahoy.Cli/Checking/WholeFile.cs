using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes files that the user names so that nobody ever sees a half of one (see <see cref="AtomicFile"/>).</summary>
internal static class WholeFile
{
    /// <summary>Writes a file. A link stays a link; a new file in place of another has its rights.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } linked
            ? linked.FullName
            : Path.GetFullPath(path);
        if (IsDevice(target))
        {
            using var device = File.OpenWrite(target);
            write(device);
            return;
        }

        if (Directory.Exists(target))
        {
            throw new IOException("it is a folder.");
        }

        AtomicFile.Write(target, file =>
        {
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
            }

            write(file);
        });
    }

    /// <summary>/dev/stdout and its like, which can't be replaced.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));
}
