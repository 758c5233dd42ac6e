using System.Net;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Gateway;

public sealed class RequestLimitTests(RequestLimitTests.Service service) : IClassFixture<RequestLimitTests.Service>
{
    private const string RequestMessage = "Request headers or cookies too long";

    [Fact]
    public async Task Body_JustBelowOneMegabyte_IsTaken()
    {
        using var response = await service.PostAsync("/length", "a=" + new string('x', PlatformLimits.RequestBytes - 1000), "application/x-www-form-urlencoded");

        Assert.Equal((PlatformLimits.RequestBytes - 1000).ToString(), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Body_ThatWithItsHeadersPassesOneMegabyte_Is413()
    {
        using var response = await service.PostAsync("/length", "a=" + new string('x', PlatformLimits.RequestBytes - 10), "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("The request with its headers and cookies is larger than 1 MB.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ChunkedBody_AboveOneMegabyte_Is413()
    {
        using var content = new StreamContent(new MemoryStream(new byte[PlatformLimits.RequestBytes + 1]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/length") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Query_AboveOneMegabyte_Is413()
    {
        var response = await RawConnection.ExchangeAsync(
            service.Port, $"GET /length?a={new string('x', PlatformLimits.RequestBytes)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_OfFifteenKilobytes_AreTaken()
    {
        // Names and values count: "Host" and "localhost", "Connection" and "close", "X-Long" and its value.
        var value = new string('x', PlatformLimits.HeaderBytes - "Hostlocalhost".Length - "Connectionclose".Length - "X-Long".Length);

        Assert.StartsWith("HTTP/1.1 200", await GetAsync($"X-Long: {value}\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", await GetAsync($"X-Long: {value}x\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_OfNinety_AreTaken()
    {
        // Host and Connection are two of them.
        var headers = string.Concat(Enumerable.Range(0, PlatformLimits.Headers - 2).Select(i => $"X-{i}: 1\r\n"));

        Assert.StartsWith("HTTP/1.1 200", await GetAsync(headers), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", await GetAsync(headers + "X-More: 1\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_CountOneByOne()
    {
        var cookies = string.Join("; ", Enumerable.Range(0, PlatformLimits.Headers - 2).Select(i => $"c{i}=1"));

        Assert.StartsWith("HTTP/1.1 200", await GetAsync($"Cookie: {cookies}\r\n"), StringComparison.Ordinal);
        var refused = await GetAsync($"Cookie: {cookies}; one=more\r\n");

        Assert.StartsWith("HTTP/1.1 431", refused, StringComparison.Ordinal);
        Assert.EndsWith(RequestMessage, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_ThatAreFarTooMany_AreRefusedWithTheSameMessage()
    {
        var refused = await GetAsync(string.Concat(Enumerable.Range(0, 5000).Select(i => $"X-{i}: {i}\r\n")));

        Assert.StartsWith("HTTP/1.1 431", refused, StringComparison.Ordinal);
        Assert.EndsWith(RequestMessage, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_TooLong_AreLoggedWithTheirErrorCode()
    {
        await GetAsync($"X-Logged: {new string('x', PlatformLimits.HeaderBytes)}\r\n");

        var entry = await service.Log.WaitForRequestAsync(r => r.Status == 431);
        Assert.Equal(ErrorCodes.HeadersTooLong, entry.ErrorCode);
    }

    private Task<string> GetAsync(string headers) => RawConnection.ExchangeAsync(
        service.Port, $"GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n");

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/hello.js"] = "exports.handler = (context, event, callback) => callback(null, 'hello');",
        ["functions/length.js"] = "exports.handler = (context, event, callback) => callback(null, String(event.a.length));",
    });
}
