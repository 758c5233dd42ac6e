using System.Net;
using System.Text.Json;
using Ahoy.Api;

namespace Ahoy.Deploy.Http;

/// <summary>Makes an exception of an answer that is an error.</summary>
internal static class ApiFailure
{
    public static ServerlessApiException Of(string request, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var error = Read(body);
        var status = response.StatusCode;
        var message = error?.Message is { Length: > 0 } said
            ? said
            : $"{(int)status} {response.ReasonPhrase}";
        var requestSid = response.Headers.TryGetValues("Twilio-Request-Id", out var values) ? values.FirstOrDefault() : null;
        return IsTransient(status)
            ? new TransientApiException(
                request, status, error?.Code, message, requestSid, RetryAfter(response, now), status != HttpStatusCode.TooManyRequests, inner: null)
            : new ServerlessApiException(request, status, error?.Code, message, requestSid);
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return after is { } wait && wait > TimeSpan.Zero ? wait : null;
    }

    private static ApiError? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ContractsJson.Default.ApiError);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
