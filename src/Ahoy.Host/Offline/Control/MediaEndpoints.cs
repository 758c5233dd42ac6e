using System.Collections.Concurrent;
using System.Globalization;

namespace Ahoy.Host.Offline.Control;

/// <summary>Files that go with a message from a handset: the simulator takes them, and serves them while it runs.</summary>
internal sealed class MediaEndpoints(Func<string> url)
{
    private const int LargestFile = 5 * 1024 * 1024;
    private const int MostFiles = 100;

    private readonly ConcurrentDictionary<string, (string Type, byte[] Content)> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private int _last;

    public void Map(ControlRoutes routes)
    {
        routes.Map("POST", "media", AddAsync);
        routes.Map("GET", "media/*", async request =>
        {
            if (!_files.TryGetValue(request.Value, out var file))
            {
                await request.WriteErrorAsync(StatusCodes.Status404NotFound, $"There is no file {request.Value}.").ConfigureAwait(false);
                return;
            }

            // A file may be a page, and the address is the page's own: it is shown, and never run.
            request.Http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            request.Http.Response.Headers.XContentTypeOptions = "nosniff";
            request.Http.Response.ContentType = file.Type;
            request.Http.Response.ContentLength = file.Content.Length;
            await request.Http.Response.BodyWriter.WriteAsync(file.Content, request.Gone).ConfigureAwait(false);
        });
    }

    /// <summary>Forgets all files.</summary>
    public void Clear()
    {
        _order.Clear();
        _files.Clear();
    }

    private async Task AddAsync(ControlRequest request)
    {
        var content = await BodyLimit.ReadAsync(request.Http, LargestFile, "A file of a message has 5 MB at most.", async body =>
        {
            using var buffer = new MemoryStream();
            await body.CopyToAsync(buffer, request.Gone).ConfigureAwait(false);
            return buffer.ToArray();
        }).ConfigureAwait(false);

        // The name's ending tells the simulator the type of the file.
        var extension = Path.GetExtension(request.Parameter("name") ?? "");
        var name = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _last)}{(extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "")}");
        _files[name] = (request.Http.Request.ContentType ?? "application/octet-stream", content);
        _order.Enqueue(name);
        if (_files.Count > MostFiles && _order.TryDequeue(out var oldest))
        {
            _files.TryRemove(oldest, out _);
        }

        await request.WriteAsync(new MediaAnswer($"{url()}{ControlRoutes.Prefix}media/{name}"), ControlJson.Default.MediaAnswer, StatusCodes.Status201Created).ConfigureAwait(false);
    }
}
