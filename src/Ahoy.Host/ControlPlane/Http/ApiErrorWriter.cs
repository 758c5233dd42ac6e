using System.Text.Json;
using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Answers a request with the body that the platform's errors have.</summary>
internal static class ApiErrorWriter
{
    public static async Task WriteAsync(HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, error, ContractsJson.Default.ApiError, context.RequestAborted);
    }
}
