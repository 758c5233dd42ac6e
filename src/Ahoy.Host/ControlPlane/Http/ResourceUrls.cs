namespace Ahoy.Host.ControlPlane.Http;

/// <summary>The absolute addresses of resources, under the address that the request came to.</summary>
internal static class ResourceUrls
{
    /// <summary>Scheme, host and port.</summary>
    public static string Base(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The address of a Service.</summary>
    public static string Service(HttpRequest request, string serviceSid) => $"{Base(request)}/v1/Services/{serviceSid}";

    /// <summary>The address of an Environment.</summary>
    public static string Environment(HttpRequest request, string serviceSid, string sid) =>
        $"{Service(request, serviceSid)}/Environments/{sid}";
}
