using System.Buffers;
using System.Security.Cryptography;

namespace Ahoy.Host.Storage;

/// <summary>
/// The contents of all Versions, each once, under its SHA-256. A content is written beside its place, synchronised, and renamed into
/// it: what has a name is whole, at whatever moment the process or the machine stops.
/// </summary>
internal sealed class ContentStore
{
    private const string PartialSuffix = ".part";

    private readonly string _folder;
    private readonly string _incoming;

    public ContentStore(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(_incoming);
    }

    /// <summary>Where a content lies, whether it is there or not.</summary>
    public string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    /// <summary>Whether a content is there.</summary>
    public bool Contains(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Opens a content for reading.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public FileStream Open(string sha256) => new(
        PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Stores a content; once this returns, a crash does not lose it.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="limit">The most bytes that are allowed.</param>
    /// <param name="cancellationToken">Stops, and leaves nothing behind.</param>
    /// <exception cref="ContentTooLargeException">It has more bytes than <paramref name="limit"/>.</exception>
    public async Task<StoredContent> AddAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var partial = Path.Combine(_incoming, Guid.NewGuid().ToString("N") + PartialSuffix);
        try
        {
            var stored = await WriteAsync(partial, content, limit, cancellationToken);
            var place = PathOf(stored.Sha256);
            if (!File.Exists(place))
            {
                var shard = Path.GetDirectoryName(place)!;
                if (!Directory.Exists(shard))
                {
                    Directory.CreateDirectory(shard);
                    DurableFolder.Sync(_folder);
                }

                File.Move(partial, place, overwrite: true);
                DurableFolder.Sync(shard);
            }

            return stored;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Removes what earlier runs left unfinished, and what <paramref name="isUsed"/> does not claim and is older than an hour.</summary>
    /// <returns>How many contents were removed.</returns>
    public int Collect(Func<string, bool> isUsed, DateTimeOffset now)
    {
        // Whatever is younger may belong to an upload whose Version is being written this moment.
        var oldest = now.UtcDateTime.AddHours(-1);
        foreach (var partial in Directory.EnumerateFiles(_incoming, "*" + PartialSuffix).Where(f => File.GetLastWriteTimeUtc(f) < oldest))
        {
            File.Delete(partial);
        }

        var removed = 0;
        foreach (var file in Directory.EnumerateDirectories(_folder, "??").SelectMany(Directory.EnumerateFiles))
        {
            if (File.GetLastWriteTimeUtc(file) < oldest && !isUsed(Path.GetFileName(file)))
            {
                File.Delete(file);
                removed++;
            }
        }

        return removed;
    }

    private static async Task<StoredContent> WriteAsync(string file, Stream content, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                size += read;
                if (size > limit)
                {
                    throw new ContentTooLargeException(limit);
                }

                hash.AppendData(buffer, 0, read);
                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            stream.Flush(flushToDisk: true);
            return new StoredContent(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
