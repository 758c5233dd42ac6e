using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Answers a request with the body that the platform's errors have.</summary>
internal static class ApiErrorWriter
{
    public static Task WriteAsync(HttpContext context, ApiError error) =>
        JsonAnswer.WriteAsync(context, AnswerJson.Write(error, ContractsJson.Default.ApiError), error.Status);
}
