using Ahoy.Api;
using Ahoy.Host.ControlPlane.Logs;
using Ahoy.Host.Storage;

namespace Ahoy.Host.ControlPlane.Http;

/// <summary>Turns what goes wrong below it into the platform's errors. What the caller could not help is logged, and told without details.</summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await AnswerBareStatusAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await ApiErrorWriter.WriteAsync(context, ErrorOf(e, context));
        }
    }

    private ApiError ErrorOf(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case ApiException e:
                return e.Error;
            case ConflictException e:
                return ApiError.Create(ErrorCodes.Conflict, StatusCodes.Status409Conflict, e.Message);
            case LimitException e:
                return ApiError.Create(ErrorCodes.InvalidParameter, StatusCodes.Status400BadRequest, e.Message);
            case ContentTooLargeException e:
                return ApiError.Create(ErrorCodes.TooLarge, StatusCodes.Status413PayloadTooLarge, e.Message);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiError.Create(ErrorCodes.TooLarge, StatusCodes.Status413PayloadTooLarge, "The request body is too large.");
            case BadHttpRequestException or InvalidDataException:
                return ApiError.Create(
                    ErrorCodes.InvalidParameter, StatusCodes.Status400BadRequest, $"The request can't be read: {exception.Message}");
            default:
                Log.Failed(logger, context.Request.Method, context.Request.Path, exception);
                return ApiError.Create(
                    ErrorCodes.ServerError, StatusCodes.Status500InternalServerError, "The host failed. Its own log says more.");
        }
    }

    // The router answers an unknown path or method with a status alone.
    private static Task AnswerBareStatusAsync(HttpContext context) => context.Response switch
    {
        { HasStarted: true } => Task.CompletedTask,
        { StatusCode: StatusCodes.Status404NotFound } => ApiErrorWriter.WriteAsync(context, ApiException.NotFound(context.Request).Error),
        { StatusCode: StatusCodes.Status405MethodNotAllowed } => ApiErrorWriter.WriteAsync(
            context,
            ApiError.Create(
                ErrorCodes.MethodNotAllowed,
                StatusCodes.Status405MethodNotAllowed,
                $"The method {context.Request.Method} is not allowed for {context.Request.Path}")),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => ApiErrorWriter.WriteAsync(
            context,
            ApiError.Create(ErrorCodes.InvalidParameter, StatusCodes.Status415UnsupportedMediaType, "The body's type is not supported.")),
        _ => Task.CompletedTask,
    };
}
