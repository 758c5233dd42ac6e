using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ahoy.Host.Storage;

/// <summary>
/// Synchronises a folder, so that a rename in it outlives a loss of power. .NET opens no folders, so that the system is asked itself;
/// Windows keeps its folders' changes in a journal and needs no such call.
/// </summary>
internal static partial class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Waits until the folder's entries are on the disk.</summary>
    /// <exception cref="IOException">The system refused.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = OpenFile(folder, ReadOnly);
        if (handle.IsInvalid || Fsync(handle) != 0)
        {
            throw new IOException($"{folder}: can't be synchronised: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle handle);
}
