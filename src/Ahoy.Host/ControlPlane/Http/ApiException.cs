using Ahoy.Api;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>A request that the API answers with an error.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;

    /// <summary>A parameter is missing or not allowed.</summary>
    public static ApiException Invalid(string message) =>
        new(ApiError.Create(ErrorCodes.InvalidParameter, StatusCodes.Status400BadRequest, message));

    /// <summary>There is no such resource.</summary>
    public static ApiException NotFound(HttpRequest request) =>
        new(ApiError.Create(
            ErrorCodes.NotFound, StatusCodes.Status404NotFound, $"The requested resource {request.PathBase}{request.Path} was not found"));
}
