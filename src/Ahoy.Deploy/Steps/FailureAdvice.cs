using System.Net;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Verification;

namespace Ahoy.Deploy.Steps;

/// <summary>Says of a failure what to try.</summary>
internal static class FailureAdvice
{
    public static DeployFailedException Explain(string step, DeployContext context, TimeSpan elapsed, Exception exception)
    {
        var reason = exception is ServerlessApiException { RequestSid: { } request } api
            ? $"{api.Message.TrimEnd('.')} ({api.Request}, {request}{(api.Code is { } code ? FormattableString.Invariant($", error {code}") : "")})"
            : exception.Message;
        return new DeployFailedException(step, context.CurrentSid, elapsed, reason, $"{Advice(exception, context)} {Running(exception, context)}", exception);
    }

    private static string Running(Exception exception, DeployContext context) => exception switch
    {
        EndpointSilentException => "The new Build is activated all the same; `ahoy promote` can bring an earlier one back.",
        _ when context.Environment?.BuildSid is { } build => $"What ran before ({build}) is still running.",
        _ => "Nothing was activated.",
    };

    private static string Advice(Exception exception, DeployContext context) => exception switch
    {
        ServerlessApiException { Status: HttpStatusCode.Unauthorized } =>
            $"The credentials came from {context.Client.Credentials.Source}: check them, or give others.",
        ServerlessApiException { Status: HttpStatusCode.Forbidden } => "The credentials are not allowed to do this: use a key with access to Functions and Assets.",
        ServerlessApiException { Status: HttpStatusCode.NotFound } => "Check the SID, and that it belongs to this account and region.",
        ServerlessApiException { Status: HttpStatusCode.TooManyRequests } =>
            $"Wait a moment and deploy again, or set {AdaptiveConcurrency.LimitVariable}=1; what is uploaded already is not uploaded again.",
        ServerlessApiException { Status: null } => "Check the connection (for a local deploy: that `ahoy serve` runs) and deploy again; it goes on where it stopped.",
        ServerlessApiException { Status: >= HttpStatusCode.InternalServerError } => "Deploy again in a while; it goes on where it stopped.",
        ServerlessApiException => "Change what it names and deploy again.",
        BuildFailedException { HasReason: false } => "Check the dependencies in package.json: the platform installs public packages without native code only.",
        BuildFailedException => "Change what it names, build, and deploy again.",
        TimeoutException => "Deploy again: it goes on waiting for the same Build.",
        EndpointSilentException => "Look at the log (`ahoy logs`).",
        _ => "Deploy again; it goes on where it stopped.",
    };
}
