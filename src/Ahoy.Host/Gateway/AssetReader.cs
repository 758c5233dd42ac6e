using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ahoy.Model;
using Microsoft.Win32.SafeHandles;

namespace Ahoy.Host.Gateway;

/// <summary>
/// Reads Assets so that content and tag always belong together. The files of a project that is worked on change at any moment: what was read is kept,
/// and sent, under the hash that it has, never under the one that the file had when the project was read.
/// </summary>
internal sealed class AssetReader(AssetCache cache, TimeProvider time)
{
    // A file that was written so recently is being saved: the project is about to be read again.
    private static readonly TimeSpan s_saving = TimeSpan.FromMilliseconds(500);

    // What was written in the same instant as it was hashed can be written once more without another time.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, (long Size, DateTime WrittenAt, string Sha256)> _known = new(StringComparer.Ordinal);

    /// <summary>The content of the Asset that a request is for, as it is served now. While its file is being saved, this waits a while.</summary>
    /// <exception cref="IOException">The file can't be read, or is not there any more.</exception>
    public async ValueTask<AssetContent> ReadAsync(GatewayRequest request)
    {
        var route = request.Route!;
        if (!request.Served!.IsDevelopment && !AssetCache.IsKept(route.Resource.Size))
        {
            return new AssetContent(route.Resource, File: route.File);
        }

        while (true)
        {
            var content = AssetCache.IsKept(route.Resource.Size)
                ? await ReadKeptAsync(route, request.Http.RequestAborted).ConfigureAwait(false)
                : await OpenAsync(route, request.Http.RequestAborted).ConfigureAwait(false);
            if (content.Resource.Sha256 == route.Resource.Sha256 || !IsBeingSaved(route.File))
            {
                return content;
            }

            content.Open?.Dispose();
            await Task.Delay(s_pause, time, request.Http.RequestAborted).ConfigureAwait(false);
            if (request.Running!.Content.Routes.Find(request.RawPath) is { Function: null } next && next.Resource.Visibility == route.Resource.Visibility)
            {
                route = next;
            }
        }
    }

    private bool IsBeingSaved(string file) => time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file) < s_saving;

    private async ValueTask<AssetContent> ReadKeptAsync(Route route, CancellationToken cancellation)
    {
        if (cache.Find(route.Resource.Sha256) is { } kept)
        {
            return new AssetContent(route.Resource, kept);
        }

        var bytes = await File.ReadAllBytesAsync(route.File, cancellation).ConfigureAwait(false);
        var resource = WithContent(route.Resource, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (AssetCache.IsKept(bytes.Length))
        {
            cache.Add(resource.Sha256, bytes);
        }

        return new AssetContent(resource, bytes);
    }

    private async ValueTask<AssetContent> OpenAsync(Route route, CancellationToken cancellation)
    {
        var file = File.OpenHandle(route.File, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        try
        {
            var size = RandomAccess.GetLength(file);
            var writtenAt = File.GetLastWriteTimeUtc(file);
            if (!_known.TryGetValue(route.File, out var known) || known.Size != size || known.WrittenAt != writtenAt)
            {
                known = (size, writtenAt, await HashAsync(file, cancellation).ConfigureAwait(false));
                if (time.GetUtcNow().UtcDateTime - writtenAt > s_settled)
                {
                    _known[route.File] = known;
                }
            }

            return new AssetContent(WithContent(route.Resource, size, known.Sha256), Open: file, WrittenAt: writtenAt);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Resource WithContent(Resource resource, long size, string sha256) =>
        resource.Sha256 == sha256
            ? resource
            : new Resource(resource.Kind, resource.Path, resource.Visibility, resource.File, size, resource.ContentType, sha256);

    private static async ValueTask<string> HashAsync(SafeFileHandle file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        long position = 0;
        int count;
        while ((count = await RandomAccess.ReadAsync(file, buffer, position, cancellation).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            position += count;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
