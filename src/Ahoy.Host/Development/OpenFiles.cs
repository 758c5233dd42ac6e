using System.Runtime.InteropServices;

namespace Ahoy.Host.Development;

/// <summary>Whether somebody is still writing a file. Linux tells: it grants no lease to read on a file that is open for writing.</summary>
internal static partial class OpenFiles
{
    private const int SetLease = 1024;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int TryAgain = 11;

    // Who opens the file for writing in between has the holder of the lease told by a signal, which ends a process that does not expect it. This one is passed over.
    private const int SetSignal = 10;
    private const int Urgent = 23;

    /// <summary>Looks at a file.</summary>
    /// <returns>True while it is open for writing, false where it is not; null where the system does not tell.</returns>
    public static bool? IsBeingWritten(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (Control(file, SetSignal, Urgent) != 0)
            {
                return null;
            }

            if (Control(file, SetLease, ReadLease) == 0)
            {
                _ = Control(file, SetLease, NoLease);
                return false;
            }

            // Anything else is about leases: another user's file, or a file system without them.
            return Marshal.GetLastPInvokeError() == TryAgain ? true : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            // Who writes it shares it with nobody.
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeHandle file, int command, int argument);
}
