using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Logs;

namespace Ahoy.Host.ControlPlane.Security;

/// <summary>
/// Refuses what a web page sends: a browser names the page's origin, or says that another site is asking; the tools of this API do
/// neither. There is no page of the control plane's own.
/// </summary>
internal sealed class BrowserMiddleware(RequestDelegate next, ILogger<BrowserMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var site = headers["Sec-Fetch-Site"].ToString();
        if (headers.Origin.Count == 0 && site is ("" or "none"))
        {
            return next(context);
        }

        Log.CrossOrigin(logger, headers.Origin.Count > 0 ? headers.Origin.ToString() : site);
        return ApiErrorWriter.WriteAsync(
            context,
            ApiError.Create(ErrorCodes.Forbidden, StatusCodes.Status403Forbidden, "The control plane does not answer to web pages."));
    }
}
