using System.IO.Compression;
using Ahoy.Model;

namespace Ahoy.Bundling.Output;

/// <summary>The <c>.ahoy.zip</c> of a Build: the same Build gives the same bytes on any machine.</summary>
internal static class BuildArchive
{
    // The first moment that a zip can tell.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive of a Build's folder.</summary>
    public static void Write(Stream stream, byte[] buildJson, IEnumerable<string> hashes, Func<string, Stream> open)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = Add(archive, BuildJson.FileName))
            {
                entry.Write(buildJson, 0, buildJson.Length);
            }

            foreach (var hash in hashes.Distinct().OrderBy(hash => hash, StringComparer.Ordinal))
            {
                using var content = open(hash);
                using var entry = Add(archive, $"{BuildJson.FilesFolder}/{hash}");
                content.CopyTo(entry);
            }
        }

        ZipPlatform.MakeUnix(stream);
    }

    private static Stream Add(ZipArchive archive, string name)
    {
        // Stored, not deflated: every version of zlib deflates to other bytes.
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = s_time;
        return entry.Open();
    }
}
