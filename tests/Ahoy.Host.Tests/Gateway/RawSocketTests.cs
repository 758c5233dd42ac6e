using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Gateway;

/// <summary>What no client library sends.</summary>
public sealed class RawSocketTests(RawSocketTests.Service service) : IClassFixture<RawSocketTests.Service>
{
    [Theory]
    [InlineData("NONSENSE\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET /\u00e4 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nBad name : x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: one\r\nHost: two\r\n\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nab")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")]
    public async Task Request_Malformed_IsRefusedAndTheHostGoesOn(string request)
    {
        var response = await RawConnection.ExchangeAsync(service.Port, request);

        Assert.True(response.Length == 0 || response.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || response.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), response);
        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Fact]
    public async Task Body_ThatComesSlowly_IsWaitedFor()
    {
        using var connection = await RawConnection.OpenAsync(service.Port);
        await connection.SendAsync("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n");
        foreach (var c in "a=1&b=2+3")
        {
            await Task.Delay(10);
            await connection.SendAsync(c.ToString());
        }

        Assert.EndsWith("""{"a":"1","b":"2 3"}""", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_InChunks_IsPutTogether()
    {
        var response = await RawConnection.ExchangeAsync(
            service.Port,
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n5;x=y\r\n\":1}\n\r\n0\r\nTrailer: x\r\n\r\n");

        Assert.EndsWith("""{"a":1}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_SentWithoutWaiting_AreAnsweredInOrder()
    {
        const int count = 200;
        var requests = string.Concat(Enumerable.Range(0, count).Select(i => $"GET /echo?i={i} HTTP/1.1\r\nHost: localhost\r\n{(i == count - 1 ? "Connection: close\r\n" : "")}\r\n"));

        var responses = await RawConnection.ExchangeAsync(service.Port, requests);

        var position = 0;
        for (var i = 0; i < count; i++)
        {
            position = responses.IndexOf($$"""{"i":"{{i}}"}""", position, StringComparison.Ordinal);
            Assert.True(position > 0, $"Answer {i} is missing, or not in its place.");
        }
    }

    [Fact]
    public async Task Client_ThatGoesAway_HarmsNobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var connection = await RawConnection.OpenAsync(service.Port);
            await connection.SendAsync("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }

        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Fact]
    public async Task Body_ThatIsCutOff_HarmsNobody()
    {
        using (var connection = await RawConnection.OpenAsync(service.Port))
        {
            await connection.SendAsync("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nonly this");
        }

        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Fact]
    public async Task Http10_IsAnswered() =>
        Assert.EndsWith("fine", await RawConnection.ExchangeAsync(service.Port, "GET /fine HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task OptionsOfTheServer_IsNoResource() =>
        Assert.StartsWith("HTTP/1.1 404", await RawConnection.ExchangeAsync(service.Port, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/fine.js"] = "exports.handler = (context, event, callback) => callback(null, 'fine');",
        ["functions/slow.js"] = "exports.handler = (context, event, callback) => setTimeout(callback, 300);",
        ["functions/echo.js"] = "exports.handler = (context, { request, ...parameters }, callback) => callback(null, parameters);",
    });
}
