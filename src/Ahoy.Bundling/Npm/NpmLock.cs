using System.Diagnostics;

namespace Ahoy.Bundling.Npm;

/// <summary>Keeps two builds from running npm in one folder at once, whatever processes they are.</summary>
internal static class NpmLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    // Longer than npm takes for anything. After this the reason is no other build, but the disk.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    /// <summary>Takes the lock, which lasts until the result is disposed; waits for whoever has it.</summary>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled meanwhile.</exception>
    public static IDisposable Take(string file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < s_patience)
            {
                // The file system has no event for the end of a lock: ask again.
                cancellation.WaitHandle.WaitOne(s_pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
