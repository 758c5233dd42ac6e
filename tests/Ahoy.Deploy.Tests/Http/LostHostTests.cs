using System.Net;
using System.Net.Sockets;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Tests.Http;

public sealed class LostHostTests
{
    private const string Service =
        """
        {"sid":"ZS00000000000000000000000000000000","account_sid":"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","friendly_name":"shop","unique_name":"shop",
         "include_credentials":true,"ui_editable":false,"domain_base":"shop-1234","date_created":"2026-01-31T10:20:30Z",
         "date_updated":"2026-01-31T10:20:30Z","url":"https://serverless.twilio.com/v1/Services/ZS00000000000000000000000000000000","links":{}}
        """;

    private static readonly HttpRequestException s_refused =
        new("Connection refused (127.0.0.1:3001)", new SocketException((int)SocketError.ConnectionRefused));

    [Fact]
    public async Task Host_ThatIsGoneAndComesBack_IsToldOfOnceAndGoesOn()
    {
        var told = new List<string>();
        using var client = Client(TimeSpan.FromMinutes(1), Ok(), s_refused, s_refused, Ok());
        client.HostLost += (host, patience) => told.Add($"{host} {patience}");

        await client.Services.GetAsync("shop", TestContext.Current.CancellationToken);
        Assert.Empty(told);
        await client.Services.GetAsync("shop", TestContext.Current.CancellationToken);

        Assert.Equal(["127.0.0.1:3001 00:01:00"], told);
    }

    [Fact]
    public async Task Host_ThatStaysAway_IsGivenUp()
    {
        using var client = Client(TimeSpan.Zero, Ok(), s_refused, Ok());
        await client.Services.GetAsync("shop", TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<ServerlessApiException>(() => client.Services.GetAsync("shop", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsNoLostHost()
    {
        var told = new List<string>();
        using var client = Client(TimeSpan.Zero, Ok(), null, Ok());
        client.HostLost += (host, _) => told.Add(host);

        await client.Services.GetAsync("shop", TestContext.Current.CancellationToken);
        await client.Services.GetAsync("shop", TestContext.Current.CancellationToken);

        Assert.Empty(told);
    }

    private static HttpResponseMessage Ok() => ScriptedHandler.Json(HttpStatusCode.OK, Service);

    private static ServerlessClient Client(TimeSpan returnBudget, params object?[] answers) => new(
        ApiAddress.ForHost(new Uri("http://127.0.0.1:3001")),
        new ApiCredentials("AC1", "x", null, "a test"),
        new RetryOptions { ReturnBudget = returnBudget, FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) },
        new AdaptiveConcurrency(),
        new ScriptedHandler(answers),
        TimeProvider.System);
}
