using System.Globalization;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>Answers with an Asset: whole, in part, or not at all where the client has it already. Page: Assets.</summary>
internal sealed class AssetStep
{
    private const int Piece = 64 * 1024;

    private readonly AssetReader _reader;

    public AssetStep(AssetReader reader) => _reader = reader;

    public async ValueTask RunAsync(GatewayRequest request)
    {
        var http = request.Http;
        var headers = http.Request.Headers;
        if (HttpMethods.IsHead(http.Request.Method) || AssetTag.Matches(headers.IfNoneMatch, AssetTag.Of(request.Route!.Resource)))
        {
            Describe(request, request.Route!.Resource);
            return;
        }

        var content = await _reader.ReadAsync(request).ConfigureAwait(false);
        using var open = content.Open;
        if (Describe(request, content.Resource) is { } part)
        {
            await SendAsync(request, content, part.Start, part.Length).ConfigureAwait(false);
        }
    }

    // Says what the answer is, and gives the part of the content that it has; null where it has none.
    private static (long Start, long Length)? Describe(GatewayRequest request, Resource resource)
    {
        var http = request.Http;
        var response = http.Response;
        var tag = AssetTag.Of(resource);
        response.Headers.ETag = tag;
        response.Headers.AcceptRanges = "bytes";
        if (AssetTag.Matches(http.Request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        response.Headers.ContentType = resource.ContentType;
        var range = AssetRange.Of(http.Request.Headers, tag, resource.Size);
        if (range is { IsSatisfiable: false })
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{resource.Size}");
            response.ContentLength = 0;
            return null;
        }

        var (start, length) = range is { } part ? (part.Start, part.Length) : (0, resource.Size);
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = range.Value.ToHeader(resource.Size);
        }

        response.ContentLength = length;
        return (start, length);
    }

    private static async ValueTask SendAsync(GatewayRequest request, AssetContent content, long start, long length)
    {
        var http = request.Http;
        if (content.Bytes is { } bytes)
        {
            request.Content = bytes.AsMemory((int)start, (int)length);
        }
        else if (content.Open is null)
        {
            await http.Response.SendFileAsync(content.File!, start, length, http.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            await SendOpenAsync(http, content, start, length).ConfigureAwait(false);
        }
    }

    // A file that is written while it is sent: what went out is no Asset that ever was, and the client must not take it for a whole one.
    private static async ValueTask SendOpenAsync(HttpContext http, AssetContent content, long start, long length)
    {
        var writer = http.Response.BodyWriter;
        var end = start + length;
        while (start < end)
        {
            var buffer = writer.GetMemory(Piece);
            var count = await RandomAccess.ReadAsync(content.Open!, buffer[..(int)Math.Min(buffer.Length, end - start)], start, http.RequestAborted).ConfigureAwait(false);
            if (count == 0 || File.GetLastWriteTimeUtc(content.Open!) != content.WrittenAt)
            {
                http.Abort();
                return;
            }

            writer.Advance(count);
            start += count;
            await writer.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
    }
}
