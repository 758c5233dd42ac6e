using System.Net;
using Ahoy.Api;
using Ahoy.Host.ControlPlane.Http;
using Ahoy.Host.ControlPlane.Logs;

namespace Ahoy.Host.ControlPlane.Security;

/// <summary>
/// Refuses requests whose <c>Host</c> is not one of the control plane's own: a web page whose name was made to lead to this machine
/// (DNS rebinding) sends its own name.
/// </summary>
internal sealed class HostNameMiddleware(RequestDelegate next, AllowedHostNames allowed, ILogger<HostNameMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Host.Host;
        if (IsLoopback(name) || allowed.Names.Contains(name))
        {
            return next(context);
        }

        Log.UnknownHostName(logger, name);
        return ApiErrorWriter.WriteAsync(
            context,
            ApiError.Create(
                ErrorCodes.Forbidden,
                StatusCodes.Status421MisdirectedRequest,
                $"This control plane does not answer for the host name '{name}'. Start it with --allow-host {name} where it should."));
    }

    private static bool IsLoopback(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
