using System.Text;
using Ahoy.Host.Development;
using Ahoy.Host.Logs;
using Ahoy.Model;
using Microsoft.Extensions.Primitives;

namespace Ahoy.Host.Gateway;

/// <summary>Turns a worker's reply into the response, as far as the platform's rules let it. Pages: Function Execution; Limitations.</summary>
internal sealed class ReplyWriter
{
    private static readonly StringValues s_text = TextResponse.ContentType;
    private static readonly StringValues s_twiml = "text/xml; charset=utf-8";
    private static readonly StringValues s_json = "application/json";
    private static readonly StringValues s_binary = "application/octet-stream";

    private readonly ILogSink _log;
    private readonly LogMask _mask;
    private readonly TimeProvider _time;

    public ReplyWriter(ILogSink log, LogMask mask, TimeProvider time)
    {
        _log = log;
        _mask = mask;
        _time = time;
    }

    public void Write(GatewayRequest request, ReadOnlyMemory<byte> content)
    {
        var reply = new ReplyReader(content.Span);
        var response = request.Http.Response;
        response.StatusCode = reply.Status;
        var error = ReplyHeaders.Apply(request.Http, ref reply, _time);
        var body = reply.Body;
        if (error is null && body.Length > PlatformLimits.ResponseBytes)
        {
            error = new ReplyError(
                StatusCodes.Status500InternalServerError,
                ErrorCodes.ResponseTooLarge,
                $"The response of the Function has {body.Length} bytes, and {PlatformLimits.ResponseBytes} (4 MB) are allowed.");
        }

        if (error is not null)
        {
            Fail(request, error);
            return;
        }

        if (reply.Status >= StatusCodes.Status500InternalServerError)
        {
            request.ErrorCode = ErrorCodes.FunctionFailed;
        }

        if (reply.Kind == ReplyKind.Error)
        {
            // An error may quote the request that failed.
            var masked = Masked(request, content[^body.Length..]);
            content = masked;
            body = masked.Span;
            if (WantsPage(request) && ErrorPage.Render(request.Served!, request.Route!.Resource.Path, body) is { } page)
            {
                response.ContentType = "text/html; charset=utf-8";
                response.ContentLength = page.Length;
                request.Content = page;
                return;
            }
        }

        if (reply.Kind != ReplyKind.Empty && response.Headers.ContentType.Count == 0)
        {
            response.Headers.ContentType = ContentTypeOf(reply.Kind);
        }

        if (MayHaveBody(reply.Status))
        {
            response.ContentLength = body.Length;
            request.Content = content[^body.Length..];
        }
    }

    /// <summary>Says in the log why a Function gave no answer.</summary>
    public void LogFailure(GatewayRequest request, string message) => _log.Write(new OutputEntry(
        _time.GetUtcNow(), request.Served!, request.Sid.Value, request.Route!.Resource.Path, OutputLevel.Error, request.ErrorCode, message));

    private ReadOnlyMemory<byte> Masked(GatewayRequest request, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var masked = _mask.Apply(request.Served!, text);
        return ReferenceEquals(masked, text) ? body : Encoding.UTF8.GetBytes(masked);
    }

    private void Fail(GatewayRequest request, ReplyError error)
    {
        request.ErrorCode = error.Code;
        request.Http.Response.Headers.Clear();
        TextResponse.Write(request, error.Status, error.Message);
        LogFailure(request, error.Message);
    }

    // Programs get what production sends; someone who works on the project and looks with a browser gets a page.
    private static bool WantsPage(GatewayRequest request) =>
        request.Served!.IsDevelopment
        && request.Http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static StringValues ContentTypeOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Text => s_text,
        ReplyKind.Twiml => s_twiml,
        ReplyKind.Binary => s_binary,
        _ => s_json,
    };

    private static bool MayHaveBody(int status) =>
        status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);
}
