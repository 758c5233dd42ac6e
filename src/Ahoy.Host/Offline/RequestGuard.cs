using System.Net;

namespace Ahoy.Host.Offline;

/// <summary>
/// Keeps web pages out: one whose name was made to lead to this machine (DNS rebinding) sends its own name as <c>Host</c>, and any page's requests say
/// where they come from. A page that is served from the same address may ask.
/// </summary>
internal static class RequestGuard
{
    /// <summary>Whether a request's <c>Host</c> is this machine.</summary>
    public static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether somebody opens an address in a window of the browser.</summary>
    public static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    /// <summary>Whether a page of another address sends a request.</summary>
    public static bool IsCrossOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "none" or "same-origin") || (origin.Length > 0 && origin != $"http://{request.Host.Value}");
    }
}
