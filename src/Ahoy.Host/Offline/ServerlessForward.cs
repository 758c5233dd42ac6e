using System.Net.Http.Headers;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Simulator.Rest.Requests;

namespace Ahoy.Host.Offline;

/// <summary>Answers for <c>serverless.twilio.com</c> with this host's control plane: the same API, for the same account.</summary>
internal sealed class ServerlessForward(Account account, Func<Uri?> controlPlane) : IDisposable
{
    /// <summary>The host that it answers for.</summary>
    public const string Host = "serverless.twilio.com";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public async ValueTask<RestResponse> AnswerAsync(RestRequest request, CancellationToken cancellation)
    {
        if (controlPlane() is not { } address)
        {
            return new RestResponse(StatusCodes.Status503ServiceUnavailable, null, [], default);
        }

        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}"));

        // Whoever is right for the simulator is the account here: a key that was made through the API is known to the simulator alone.
        message.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{account.Sid}:{account.AuthToken}")));
        if (request.Body.Length > 0)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            if (request.ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            }
        }

        using var response = await _client.SendAsync(message, cancellation).ConfigureAwait(false);
        return new RestResponse(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            [],
            await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
    }

    public void Dispose() => _client.Dispose();
}
