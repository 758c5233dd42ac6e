using System.Net;
using System.Text.Json.Nodes;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Gateway;

public sealed class ReplyTests(ReplyTests.Service service) : IClassFixture<ReplyTests.Service>
{
    [Theory]
    [InlineData("'This is fine'", "text/plain", "This is fine")]
    [InlineData("''", "text/plain", "")]
    [InlineData("'Größe 😀'", "text/plain", "Größe 😀")]
    [InlineData("{ a: 1, b: ['x', null] }", "application/json", """{"a":1,"b":["x",null]}""")]
    [InlineData("[1, 2]", "application/json", "[1,2]")]
    [InlineData("42", "application/json", "42")]
    [InlineData("0", "application/json", "0")]
    [InlineData("false", "application/json", "false")]
    [InlineData("NaN", "application/json", "null")]
    [InlineData("new Date(0)", "application/json", "\"1970-01-01T00:00:00.000Z\"")]
    public async Task Callback_WithAValue_Is200OfItsType(string value, string type, string body)
    {
        using var response = await CallAsync($"callback(null, {value})");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("callback()")]
    [InlineData("callback(null)")]
    [InlineData("callback(undefined, null)")]
    [InlineData("callback(null, undefined)")]
    [InlineData("callback('')")]
    [InlineData("callback(0)")]
    [InlineData("callback(false)")]
    public async Task Callback_WithNothing_IsEmpty200(string code)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("VoiceResponse", "say('Hi')", "<Response><Say>Hi</Say></Response>")]
    [InlineData("MessagingResponse", "message('Hi & bye')", "<Response><Message>Hi &amp; bye</Message></Response>")]
    public async Task Callback_WithTwiml_IsXml(string type, string verb, string xml)
    {
        using var response = await CallAsync($"const twiml = new Twilio.twiml.{type}(); twiml.{verb}; callback(null, twiml)");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Callback_WithTwimlOfTheWholePackage_IsXml()
    {
        using var response = await CallAsync("const { twiml } = require('twilio'); callback(null, new twiml.VoiceResponse())");

        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("callback('Something went wrong')", "text/plain", "Something went wrong")]
    [InlineData("callback({ code: 7 })", "application/json", """{"code":7}""")]
    [InlineData("callback(1)", "application/json", "1")]
    [InlineData("callback(true, 'ignored')", "application/json", "true")]
    [InlineData("throw 'a text'", "text/plain", "a text")]
    [InlineData("throw null", "text/plain", "null")]
    [InlineData("throw undefined", "text/plain", "undefined")]
    public async Task Error_ThatIsNoError_Is500WithThePayload(string code, string type, string body)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("callback(new TypeError('wrong'))")]
    [InlineData("throw new TypeError('wrong')")]
    [InlineData("return Promise.reject(new TypeError('wrong'))")]
    [InlineData("return (async () => { await null; throw new TypeError('wrong'); })()")]
    [InlineData("Promise.reject(new TypeError('wrong'))")]
    [InlineData("setTimeout(() => { throw new TypeError('wrong'); }, 1)")]
    [InlineData("require('vm').runInNewContext(`callback(new TypeError('wrong'))`, { callback })")]
    public async Task Error_Is500WithMessageNameAndStack(string code)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("wrong", (string?)error["message"]);
        Assert.Equal("TypeError", (string?)error["name"]);
        Assert.StartsWith("TypeError: wrong\n    at ", (string?)error["stack"], StringComparison.Ordinal);
        Assert.DoesNotContain(Path.Combine("Workers", "node"), (string?)error["stack"], StringComparison.Ordinal);
        Assert.Equal(3, error.AsObject().Count);
    }

    [Theory]
    [InlineData("callback(null, 1n)", "BigInt")]
    [InlineData("const a = {}; a.a = a; callback(null, a)", "circular")]
    [InlineData("callback(null, () => 1)", "it is a function")]
    [InlineData("callback(null, Symbol('x'))", "it is a symbol")]
    [InlineData("callback(null, { toJSON() { throw new Error('refused'); } })", "refused")]
    public async Task Callback_WithWhatJsonCantHold_Is500ThatSaysSo(string code, string reason)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var message = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"];
        Assert.StartsWith("The value for the response can't be written as JSON: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-handler", "The Function /no-handler exports no handler")]
    [InlineData("/wrong-handler", "The Function /wrong-handler exports no handler")]
    [InlineData("/broken", "Unexpected end of input")]
    [InlineData("/throws-at-load", "not today")]
    [InlineData("/missing-module", "Cannot find module 'no-such-module'")]
    public async Task Function_ThatCantRun_Is500ThatSaysWhy(string path, string message)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.StartsWith(message, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_UsedTwice_TheFirstCountsAndTheLogWarns()
    {
        using var response = await CallAsync("callback(null, 'first'); callback(null, 'second'); callback(new Error('third'))");

        Assert.Equal("first", await response.Content.ReadAsStringAsync());
        var warning = await service.Log.WaitForOutputAsync(o => o.Message.StartsWith("The callback was used again", StringComparison.Ordinal));
        Assert.Equal(OutputLevel.Warn, warning.Level);
    }

    [Fact]
    public async Task Response_OfFourMegabytes_IsSent()
    {
        using var response = await CallAsync($"callback(null, 'x'.repeat({PlatformLimits.ResponseBytes}))");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(PlatformLimits.ResponseBytes, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Response_AboveFourMegabytes_Is500WithItsErrorCode()
    {
        using var response = await CallAsync($"callback(null, 'x'.repeat({PlatformLimits.ResponseBytes + 1}))");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("The response of the Function has 4194305 bytes, and 4194304 (4 MB) are allowed.", await response.Content.ReadAsStringAsync());
        await service.Log.WaitForRequestAsync(r => r.ErrorCode == ErrorCodes.ResponseTooLarge);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task Response_OfAStatusWithoutABody_IsSentWithoutIt(int status)
    {
        using var response = await CallAsync($"callback(null, new Twilio.Response().setStatusCode({status}).setBody('left out').appendHeader('X-A', '1'))");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("X-A")));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Header_WithoutAValue_IsSent()
    {
        using var response = await CallAsync("callback(null, new Twilio.Response().appendHeader('X-A', '').appendHeader('X-B', ['', 'b', '']))");

        Assert.Equal([""], response.Headers.GetValues("X-A"));
        Assert.Equal(["", "b", ""], response.Headers.GetValues("X-B"));
    }

    [Fact]
    public async Task Handler_ThatGivesAPromiseAndUsesItsCallback_IsAnsweredOnce()
    {
        using var response = await CallAsync("return new Promise((resolve) => setTimeout(() => { callback(null, 'later'); resolve(); }, 5))");

        Assert.Equal("later", await response.Content.ReadAsStringAsync());
    }

    // The Function runs the code that it is sent.
    private Task<HttpResponseMessage> CallAsync(string code) => service.Client.GetAsync("/run?code=" + Uri.EscapeDataString(code));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) =>
              new Function('context', 'event', 'callback', 'require', event.code)(context, event, callback, require);
            """,
        ["functions/no-handler.js"] = "exports.other = 1;",
        ["functions/wrong-handler.js"] = "exports.handler = 'text';",
        ["functions/broken.js"] = "exports.handler = (context, event, callback) => {{ ;",
        ["functions/throws-at-load.js"] = "throw new Error('not today');",
        ["functions/missing-module.js"] = "require('no-such-module');",
    });
}
