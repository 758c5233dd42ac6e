using Ahoy.Deploy.Contracts;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Gives each answer the name that the platform gives it, which error reports quote.</summary>
internal sealed class RequestSidMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["Twilio-Request-Id"] = Sid.New(Sid.Request);
        return next(context);
    }
}
