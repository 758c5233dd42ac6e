using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Ahoy.Host.Development;

/// <summary>The hashes of files, computed again only where a file's size or time changed.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, (long Size, string Sha256) Content)> _known = new(StringComparer.Ordinal);

    public (long Size, string Sha256) Of(string file)
    {
        var info = new FileInfo(file);
        if (_known.TryGetValue(file, out var known) && known.Length == info.Length && known.Written == info.LastWriteTimeUtc)
        {
            return known.Content;
        }

        return Read(file, info);
    }

    /// <summary>Reads a file that is known to have been written: a second save within the same tick of the clock has the time of the first.</summary>
    public (long Size, string Sha256) Again(string file) => Read(file, new FileInfo(file));

    private (long Size, string Sha256) Read(string file, FileInfo info)
    {
        // The size of what was read: the file may be written at this moment.
        using var stream = info.OpenRead();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        var content = (stream.Position, sha256);
        _known[file] = (info.Length, info.LastWriteTimeUtc, content);
        return content;
    }
}
