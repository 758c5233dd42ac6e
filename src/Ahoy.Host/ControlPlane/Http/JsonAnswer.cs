namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Answers with JSON that is written already.</summary>
internal sealed class JsonAnswer(byte[] json, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, json, status);

    /// <summary>Writes such an answer where no endpoint does.</summary>
    public static Task WriteAsync(HttpContext context, byte[] json, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, 0, json.Length, context.RequestAborted);
    }
}
