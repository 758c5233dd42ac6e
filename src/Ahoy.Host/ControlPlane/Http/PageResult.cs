using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Answers with a page of a list.</summary>
internal sealed class PageResult<T>(ResourcePage<T> page, JsonTypeInfo<T> type) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";

        // Into the pipe and not the stream: the serializer flushes after each resource, and a response must not be written synchronously.
        var body = httpContext.Response.BodyWriter;
        await using (var json = new Utf8JsonWriter(body, AnswerJson.Options))
        {
            PageJson.Write(json, page, type);
        }

        await body.FlushAsync(httpContext.RequestAborted);
    }
}
