using System.Net;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

public sealed class VerbTests(VerbTests.Service service) : IClassFixture<VerbTests.Service>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Function_GetAndPost_AreAnswered(string method)
    {
        using var response = await SendAsync(method, "/hello");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hello", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task Function_OtherVerb_Is405WithAllow(string method)
    {
        using var response = await SendAsync(method, "/hello");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Asset_OtherVerb_Is405WithAllow(string method)
    {
        using var response = await SendAsync(method, "/page.txt");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/hello")]
    [InlineData("/guarded")]
    [InlineData("/page.txt")]
    [InlineData("/guarded.txt")]
    public async Task Options_AnyResource_IsAnsweredByTheRuntime(string path)
    {
        using var response = await SendAsync("OPTIONS", path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Equal("GET, POST, OPTIONS", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_Asset_HasTheHeadersAlone()
    {
        using var response = await SendAsync("HEAD", "/page.txt");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, response.Content.Headers.ContentLength);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path) =>
        service.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/hello.js"] = "exports.handler = (context, event, callback) => callback(null, 'hello');",
        ["functions/guarded.protected.js"] = "exports.handler = (context, event, callback) => callback(null, 'guarded');",
        ["assets/page.txt"] = "page",
        ["assets/guarded.protected.txt"] = "guarded",
    });
}
