using System.Net;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Gateway;

public sealed class CookieTests(CookieTests.Service service) : IClassFixture<CookieTests.Service>
{
    [Theory]
    [InlineData("setCookie('a', '1')", "a=1; HttpOnly; Secure")]
    [InlineData("setCookie('a', '1', ['HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=86400'])", "a=1; HttpOnly; Secure; SameSite=Strict; Max-Age=86400")]
    [InlineData("setCookie('a', '1', ['secure'])", "a=1; secure; HttpOnly")]
    [InlineData("setCookie('a', '1', ['Domain=evil.example', 'Path=/x'])", "a=1; Path=/x; HttpOnly; Secure")]
    [InlineData("setHeaders({ 'set-cookie': 'Foo=Bar' })", "Foo=Bar; HttpOnly; Secure")]
    [InlineData("appendHeader('Set-Cookie', 'Foo=Bar;Max-Age=5')", "Foo=Bar; Max-Age=5; HttpOnly; Secure")]
    [InlineData("removeCookie('tz')", "tz=; Max-Age=0; HttpOnly; Secure")]
    [InlineData("setCookie('tz', 'x').removeCookie('tz')", "tz=; Max-Age=0; HttpOnly; Secure")]
    [InlineData("setCookie('a', '1', ['Max-Age=60', 'Expires=Wed, 01 Jan 2200 00:00:00 GMT'])", "a=1; Max-Age=60; Expires=Wed, 01 Jan 2200 00:00:00 GMT; HttpOnly; Secure")]
    public async Task Cookie_IsSentAsThePlatformSendsIt(string code, string expected)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData("setCookie('a', '1').setCookie('b', '2')")]
    [InlineData("setHeaders({ 'set-cookie': ['a=1', 'b=2'] })")]
    [InlineData("setCookie('a', '1').setHeaders({ 'X-Other': 'x', 'Set-Cookie': 'b=2' })")]
    [InlineData("appendHeader('Set-Cookie', 'a=1').appendHeader('set-cookie', 'b=2')")]
    public async Task Cookies_Several_AreAllSent(string code)
    {
        using var response = await CallAsync(code);

        Assert.Equal(["a=1; HttpOnly; Secure", "b=2; HttpOnly; Secure"], response.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("['Max-Age=86401']")]
    [InlineData("['max-age=99999999999']")]
    [InlineData("['Expires=Wed, 01 Jan 2200 00:00:00 GMT']")]
    [InlineData("['Expires=' + new Date(Date.now() + 25 * 3600e3).toUTCString()]")]
    [InlineData("['Expires=Wed, 01 Jan 2200 00:00:00 GMT', 'Max-Age=86401']")]
    public async Task Cookie_ThatLivesLongerThanADay_Is400(string attributes)
    {
        using var response = await CallAsync($"setCookie('a', '1', {attributes})");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Cookies max-age cannot be greater than a day", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookie_ThatExpiresWithinADay_IsSent()
    {
        using var response = await CallAsync("setCookie('a', '1', ['Expires=' + new Date(Date.now() + 23 * 3600e3).toUTCString()])");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost", null)]
    [InlineData("localhost:3000", null)]
    [InlineData("shop-1234-dev.localhost:3000", null)]
    [InlineData("127.0.0.1:3000", null)]
    [InlineData("[::1]:3000", null)]
    [InlineData("example.ngrok.app", "example.ngrok.app")]
    [InlineData("example.org:8080", "example.org")]
    public void Domain_IsTheHostUnlessBrowsersRefuseIt(string host, string? expected) =>
        Assert.Equal(expected, CookieRules.DomainOf(host));

    [Fact]
    public async Task Cookie_AtAnotherHost_GetsItsDomain()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path("setCookie('a', '1', ['Domain=other.example'])")) { Headers = { Host = "example.org:3000" } };

        using var response = await service.Client.SendAsync(request);

        Assert.Equal("a=1; HttpOnly; Secure; Domain=example.org", Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData(PlatformLimits.Headers, HttpStatusCode.OK)]
    [InlineData(PlatformLimits.Headers + 1, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task ResponseHeaders_AreLimitedInNumber(int count, HttpStatusCode expected)
    {
        using var response = await CallAsync($"setCookie('c', '1'); for (let i = 1; i < {count}; i++) response.appendHeader('X-' + i, 'v')");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(PlatformLimits.HeaderBytes, HttpStatusCode.OK)]
    [InlineData(PlatformLimits.HeaderBytes + 1, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task ResponseHeaders_AreLimitedInSize(int size, HttpStatusCode expected)
    {
        using var response = await CallAsync($"appendHeader('X-Long', 'x'.repeat({size} - 'X-Long'.length))");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task ResponseHeaders_TooLong_HaveTheirMessageAndErrorCode()
    {
        using var response = await CallAsync($"appendHeader('X-Long', 'x'.repeat({PlatformLimits.HeaderBytes + 1}))");

        Assert.Equal("Response headers or cookies too long", await response.Content.ReadAsStringAsync());
        var line = await service.Log.WaitForOutputAsync(o => o.ErrorCode == ErrorCodes.HeadersTooLong);
        Assert.Equal(OutputLevel.Error, line.Level);
    }

    private Task<HttpResponseMessage> CallAsync(string code) => service.Client.GetAsync(Path(code));

    private static string Path(string code) => "/run?code=" + Uri.EscapeDataString(code);

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              const response = new Twilio.Response();
              new Function('response', 'response.' + event.code)(response);
              callback(null, response);
            };
            """,
    });
}
