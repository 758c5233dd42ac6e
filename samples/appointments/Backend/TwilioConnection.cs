using System.Net.Http.Json;
using Twilio.Clients;
using Twilio.Http;
using HttpClient = System.Net.Http.HttpClient;

namespace Appointments.Backend;

/// <summary>The account: Twilio's, or the one of the offline Twilio that <c>TWILIO_OFFLINE_URL</c> names. All other code is the same for both.</summary>
/// <param name="Client">What the resources of the helper library take as <c>client</c>.</param>
/// <param name="Number">The number that messages come from.</param>
internal sealed record TwilioConnection(ITwilioRestClient Client, string Number)
{
    /// <summary>Finds the account.</summary>
    /// <exception cref="InvalidOperationException">A variable is missing.</exception>
    public static async Task<TwilioConnection> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable("TWILIO_OFFLINE_URL") is not { Length: > 0 } offline)
        {
            return new(new TwilioRestClient(Required("TWILIO_ACCOUNT_SID"), Required("TWILIO_AUTH_TOKEN")), Required("TWILIO_NUMBER"));
        }

        using var local = new HttpClient();
        var account = await local.GetFromJsonAsync<OfflineAccount>($"{offline.TrimEnd('/')}/_ahoy/account")
            ?? throw new InvalidOperationException($"{offline} is no offline Twilio.");
        var http = new HttpClient(new OfflineHandler(offline.TrimEnd('/')));
        return new(new TwilioRestClient(account.AccountSid, account.AuthToken, httpClient: new SystemNetHttpClient(http)), account.Numbers[0]);
    }

    private static string Required(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Set {name}; or, to try this without an account, TWILIO_OFFLINE_URL to the address that `ahoy start --offline` prints.");

    private sealed record OfflineAccount(string AccountSid, string AuthToken, IReadOnlyList<string> Numbers);

    /// <summary>Sends a request where the offline Twilio is: the host that it was meant for becomes the first part of the path.</summary>
    private sealed class OfflineHandler(string offline) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri($"{offline}/{request.RequestUri!.Host}{request.RequestUri.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
