using System.Net;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class ResponseTests(ResponseTests.Service service) : IClassFixture<ResponseTests.Service>
{
    [Theory]
    [InlineData("setBody('text')", "application/octet-stream", "text")]
    [InlineData("setBody('text').appendHeader('Content-Type', 'text/plain')", "text/plain", "text")]
    [InlineData("setBody({ a: 1 })", "application/json", """{"a":1}""")]
    [InlineData("setBody([1])", "application/json", "[1]")]
    [InlineData("setBody(7)", "application/json", "7")]
    [InlineData("setBody(Buffer.from('bytes'))", "application/octet-stream", "bytes")]
    [InlineData("setBody(Object.assign(Buffer.from('bytes'), { copy: () => 40000, write: () => 7 }))", "application/octet-stream", "bytes")]
    [InlineData("setBody(new Uint8Array([104, 105]))", "application/octet-stream", "hi")]
    [InlineData("setBody(new Twilio.twiml.VoiceResponse())", "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>")]
    [InlineData("setBody('<p/>').appendHeader('Content-Type', 'text/html')", "text/html", "<p/>")]
    [InlineData("appendHeader('content-type', 'application/json').setBody({ a: 'ü' })", "application/json", """{"a":"ü"}""")]
    [InlineData("appendHeader('Content-Type', 'audio/mpeg').appendHeader('Content-Length', 99).setBody(Buffer.from('abc'))", "audio/mpeg", "abc")]
    public async Task Body_HasItsTypeUnlessTheHeadersSayOne(string code, string type, string body)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Body_AsBuffer_IsSentByteForByte()
    {
        using var response = await CallAsync("setBody(Buffer.from(Array.from({ length: 256 }, (_, i) => i)))");

        Assert.Equal(Enumerable.Range(0, 256).Select(i => (byte)i), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Headers_MoreThanAFrameCanCount_AreTooManyAndDamageNothing()
    {
        using var response = await CallAsync("appendHeader('X-Many', Array.from({ length: 40_000 }, (_, i) => i))");

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        using var next = await CallAsync("setBody('fine')");
        Assert.Equal("fine", await next.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("setStatusCode(201)", 201)]
    [InlineData("setStatusCode(204)", 204)]
    [InlineData("setStatusCode(204).setBody('is left out')", 204)]
    [InlineData("setStatusCode(304)", 304)]
    [InlineData("setStatusCode(418)", 418)]
    [InlineData("setStatusCode(503).setBody('down')", 503)]
    public async Task StatusCode_IsTheResponses(string code, int status)
    {
        using var response = await CallAsync(code);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("setStatusCode(99)", "99")]
    [InlineData("setStatusCode(600)", "600")]
    [InlineData("setStatusCode('200')", "the string '200'")]
    [InlineData("setStatusCode(null)", "null")]
    [InlineData("setStatusCode({ code: 200 })", "an object")]
    [InlineData("statusCode = '404'", "the string '404'")]
    [InlineData("setStatusCode(404.5)", "404.5")]
    [InlineData("setStatusCode(undefined)", "undefined")]
    public async Task StatusCode_ThatIsNone_Is500ThatSaysSo(string code, string shown)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var message = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"];
        Assert.Equal($"The status code of a response must be an integer from 200 to 599, and it is {shown}.", message);
    }

    [Fact]
    public async Task Redirect_HasItsLocation()
    {
        using var response = await CallAsync("setStatusCode(301).appendHeader('Location', 'https://twilio.com')");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(new Uri("https://twilio.com"), response.Headers.Location);
    }

    [Fact]
    public async Task SetHeaders_SetsAllOfThem()
    {
        using var response = await CallAsync("appendHeader('X-Old', '1').setHeaders({ 'X-New': '2', 'Cache-Control': ['no-cache', 'private'] })");

        Assert.False(response.Headers.Contains("X-Old"));
        Assert.Equal(["2"], response.Headers.GetValues("X-New"));
        Assert.Equal("no-cache, private", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("appendHeader('never', 'gonna').appendHeader('Never', 'give').appendHeader('never', 'you')", "gonna|give|you")]
    [InlineData("appendHeader('never', ['gonna', 'give']).appendHeader('never', 'you')", "gonna|give|you")]
    [InlineData("appendHeader('never', 'no-store, max-age=0')", "no-store, max-age=0")]
    [InlineData("appendHeader('never', 7)", "7")]
    [InlineData("appendHeader('never', 'gr\\u00fcn')", "grün")]
    public async Task AppendHeader_AddsToTheList(string code, string expected)
    {
        var response = await RawConnection.ExchangeAsync(
            service.Port, $"GET {Path(code)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        var values = response.Split("\r\n").Where(l => l.StartsWith("never: ", StringComparison.OrdinalIgnoreCase)).Select(l => l[7..]);
        Assert.Equal(expected.Replace("ü", "\ufffd", StringComparison.Ordinal), string.Join('|', values));
    }

    [Theory]
    [InlineData("appendHeader('X-Split', 'a\\r\\nSet-Cookie: evil=1')")]
    [InlineData("appendHeader('X-Split\\r\\nX-Evil', 'a')")]
    [InlineData("appendHeader('X Blank', 'a')")]
    [InlineData("appendHeader('', 'a')")]
    [InlineData("appendHeader('X-Emoji', '\\u{1F600}')")]
    [InlineData("setCookie('a', 'b\\r\\nX-Evil: 1')")]
    public async Task Header_ThatCantBeSent_Is500ThatSaysSo(string code)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("has characters that a header can't have", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Evil") || response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Connection", "close")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Keep-Alive", "timeout=99")]
    [InlineData("X-Accel-Redirect", "/private")]
    public async Task Header_ThatIsTheHosts_IsNotTheFunctionsToSet(string name, string value)
    {
        using var response = await CallAsync($"setBody('body').appendHeader('{name}', '{value}')");

        Assert.Equal("body", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains(name));
    }

    [Fact]
    public async Task Headers_CanBeReadBack()
    {
        using var response = await CallAsync("appendHeader('X-A', '1').appendHeader('X-A', '2').setCookie('c', 'd'); response.setBody(response.headers)");

        Assert.Equal("""{"X-A":["1","2"],"set-cookie":"c=d"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Methods_AreChainable()
    {
        using var response = await CallAsync("setStatusCode(202).setBody('x').setHeaders({}).appendHeader('A', 'b').setCookie('c', 'd').removeCookie('c').setBody('chained')");

        Assert.Equal("chained", await response.Content.ReadAsStringAsync());
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
