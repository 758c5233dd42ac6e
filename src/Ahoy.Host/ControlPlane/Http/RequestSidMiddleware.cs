using System.Globalization;
using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Gives each answer the name that the platform gives it, which error reports quote, and the port of the gateway.</summary>
internal sealed class RequestSidMiddleware(RequestDelegate next, GatewayAddress gateway)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["Twilio-Request-Id"] = Sid.New(Sid.Request);
        context.Response.Headers[GatewayHeader.Name] = gateway.Port.ToString(CultureInfo.InvariantCulture);
        return next(context);
    }
}
