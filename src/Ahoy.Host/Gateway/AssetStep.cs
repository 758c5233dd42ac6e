using System.Globalization;

namespace Ahoy.Host.Gateway;

/// <summary>Answers with an Asset: whole, in part, or not at all where the client has it already. Page: Assets.</summary>
internal sealed class AssetStep
{
    private readonly AssetCache _cache;

    public AssetStep(AssetCache cache) => _cache = cache;

    public async ValueTask RunAsync(GatewayRequest request)
    {
        var http = request.Http;
        var resource = request.Route!.Resource;
        var response = http.Response;
        var tag = AssetTag.Of(resource);
        response.Headers.ETag = tag;
        response.Headers.AcceptRanges = "bytes";
        if (AssetTag.Matches(http.Request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.Headers.ContentType = resource.ContentType;
        var range = AssetRange.Of(http.Request.Headers, tag, resource.Size);
        if (range is { IsSatisfiable: false })
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{resource.Size}");
            response.ContentLength = 0;
            return;
        }

        var (start, length) = range is { } part ? (part.Start, part.Length) : (0, resource.Size);
        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = range.Value.ToHeader(resource.Size);
        }

        response.ContentLength = length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await SendAsync(request, start, length).ConfigureAwait(false);
        }
    }

    private async ValueTask SendAsync(GatewayRequest request, long start, long length)
    {
        var route = request.Route!;
        var resource = route.Resource;
        var http = request.Http;
        if (!AssetCache.IsKept(resource.Size))
        {
            await http.Response.SendFileAsync(route.File, start, length, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        var content = _cache.Find(resource.Sha256);
        if (content is null)
        {
            content = await File.ReadAllBytesAsync(route.File, http.RequestAborted).ConfigureAwait(false);
            _cache.Add(resource.Sha256, content);
        }

        request.Content = content.AsMemory((int)start, (int)length);
    }
}
