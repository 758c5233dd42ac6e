using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Credentials;
using Ahoy.Deploy.Http;

namespace Ahoy.Deploy.Tests.Http;

public sealed class ServerlessClientTests
{
    private const string Service =
        """
        {"sid":"ZS00000000000000000000000000000000","account_sid":"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","friendly_name":"shop","unique_name":"shop",
         "include_credentials":true,"ui_editable":false,"domain_base":"shop-1234","date_created":"2026-01-31T10:20:30Z",
         "date_updated":"2026-01-31T10:20:30Z","url":"https://serverless.twilio.com/v1/Services/ZS00000000000000000000000000000000","links":{}}
        """;

    private const string Meta =
        """{"key":"services","first_page_url":"https://x/","url":"https://x/","page":0,"page_size":50,"previous_page_url":null,"next_page_url":""";

    [Fact]
    public async Task TooManyRequests_AreTriedAgain_AfterWhatThePlatformAsksFor()
    {
        var wait = TimeSpan.FromMilliseconds(1200);
        var handler = new ScriptedHandler(
            ScriptedHandler.Json(HttpStatusCode.TooManyRequests, "{}", TimeSpan.FromSeconds(2)), ScriptedHandler.Json(HttpStatusCode.OK, Service));
        using var client = Client(handler);
        var start = Stopwatch.GetTimestamp();

        var service = await client.Services.GetAsync("ZS00000000000000000000000000000000", TestContext.Current.CancellationToken);

        Assert.Equal("shop", service.UniqueName);
        Assert.True(Stopwatch.GetElapsedTime(start) > wait);
    }

    [Fact]
    public async Task Wait_BeyondTheBudget_IsNotTaken()
    {
        var handler = new ScriptedHandler(ScriptedHandler.Json(HttpStatusCode.ServiceUnavailable, "{}", TimeSpan.FromHours(1)));
        using var client = Client(handler);

        var e = await Assert.ThrowsAnyAsync<ServerlessApiException>(
            () => client.Services.GetAsync("ZS00000000000000000000000000000000", TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, e.Status);
    }

    [Fact]
    public async Task HostThatDoesNotRun_IsNotWaitedForAsLongAsOneThatStops()
    {
        var refused = new HttpRequestException("Connection refused (127.0.0.1:3001)", new SocketException((int)SocketError.ConnectionRefused));
        var retry = new RetryOptions { StartBudget = TimeSpan.Zero, FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) };
        using var down = Client(new ScriptedHandler(refused, ScriptedHandler.Json(HttpStatusCode.OK, Service)), Host, retry);
        using var stops = Client(
            new ScriptedHandler(ScriptedHandler.Json(HttpStatusCode.OK, Service), refused, refused, ScriptedHandler.Json(HttpStatusCode.OK, Service)), Host, retry);

        var e = await Assert.ThrowsAnyAsync<ServerlessApiException>(
            () => down.Services.GetAsync("shop", TestContext.Current.CancellationToken));
        await stops.Services.GetAsync("shop", TestContext.Current.CancellationToken);
        await stops.Services.GetAsync("shop", TestContext.Current.CancellationToken);

        Assert.Equal("127.0.0.1:3001 can't be reached: Connection refused", e.Message);
    }

    [Fact]
    public async Task Refusal_IsNotTriedAgain_AndTellsWhatThePlatformSaid()
    {
        var handler = new ScriptedHandler(ScriptedHandler.Json(
            HttpStatusCode.BadRequest, """{"code":20001,"message":"UniqueName: missing.","more_info":"https://www.twilio.com/docs/errors/20001","status":400}"""));
        using var client = Client(handler);

        var e = await Assert.ThrowsAnyAsync<ServerlessApiException>(
            () => client.Services.GetAsync("shop", TestContext.Current.CancellationToken));

        Assert.Equal("UniqueName: missing.", e.Message);
        Assert.Equal(20001, e.Code);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Creation_WhoseAnswerGetsLost_IsLookedForBeforeItIsTriedAgain()
    {
        var handler = new ScriptedHandler(
            null, ScriptedHandler.Json(HttpStatusCode.OK, $$"""{"meta":{{Meta}}null},"services":[{{Service}}]}"""));
        using var client = Client(handler);

        var service = await client.Services.CreateAsync("shop", "shop", true, false, TestContext.Current.CancellationToken);

        Assert.Equal("ZS00000000000000000000000000000000", service.Sid);
        Assert.Equal(["POST /v1/Services", "GET /v1/Services?PageSize=100"], handler.Requests);
    }

    [Fact]
    public async Task NextPage_OnAnotherHost_IsAskedForAtThisOne()
    {
        var handler = new ScriptedHandler(
            ScriptedHandler.Json(HttpStatusCode.OK, $$"""{"meta":{{Meta}}"https://evil.example/v1/Services?PageSize=1&PageToken=PA1"},"services":[{{Service}}]}"""),
            ScriptedHandler.Json(HttpStatusCode.OK, $$"""{"meta":{{Meta}}null},"services":[]}"""));
        using var client = Client(handler);

        Assert.Single(await client.Services.ListAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("GET /v1/Services?PageSize=1&PageToken=PA1", handler.Requests[1]);
    }

    [Fact]
    public async Task Deletion_OfWhatIsGone_IsFine()
    {
        using var client = Client(new ScriptedHandler(ScriptedHandler.Json(HttpStatusCode.NotFound, "{}")));

        await client.Services.DeleteAsync("ZS00000000000000000000000000000000", TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Credentials_AreNeverPrinted()
    {
        var credentials = new ApiCredentials("SK00000000000000000000000000000000", "hunter2", null, "the test");

        Assert.DoesNotContain("hunter2", credentials.ToString());
    }

    private static ApiAddress Host { get; } = ApiAddress.ForHost(new Uri("http://127.0.0.1:3001"));

    private static ServerlessClient Client(HttpMessageHandler handler, ApiAddress? address = null, RetryOptions? retry = null) => new(
        address ?? ApiAddress.ForTwilio(null, null),
        new ApiCredentials("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "secret", null, "the test"),
        retry ?? new RetryOptions { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) },
        new AdaptiveConcurrency(),
        handler,
        TimeProvider.System);
}
