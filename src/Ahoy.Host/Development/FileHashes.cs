using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Ahoy.Host.Development;

/// <summary>The hashes of files, computed again only where a file's size or time changed.</summary>
internal sealed class FileHashes
{
    private readonly ConcurrentDictionary<string, (long Size, DateTime Written, string Sha256)> _known = new(StringComparer.Ordinal);

    public (long Size, string Sha256) Of(string file)
    {
        var info = new FileInfo(file);
        if (_known.TryGetValue(file, out var known) && known.Size == info.Length && known.Written == info.LastWriteTimeUtc)
        {
            return (known.Size, known.Sha256);
        }

        using var stream = info.OpenRead();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        _known[file] = (info.Length, info.LastWriteTimeUtc, sha256);
        return (info.Length, sha256);
    }
}
