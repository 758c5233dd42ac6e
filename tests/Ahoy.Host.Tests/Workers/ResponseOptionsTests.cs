using System.Net;
using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;

namespace Ahoy.Host.Tests.Workers;

/// <summary>What <c>new Twilio.Response(…)</c> takes, and that the class has what the rules think it has.</summary>
public sealed class ResponseOptionsTests(ResponseOptionsTests.Service service) : IClassFixture<ResponseOptionsTests.Service>
{
    [Fact]
    public async Task Options_StatusBodyAndHeaders_AreTheResponses()
    {
        using var response = await CallAsync("new Twilio.Response({ statusCode: 422, body: 'berth unknown', headers: { 'X-Dock': '7', 'Content-Type': 'text/plain' } })");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("berth unknown", await response.Content.ReadAsStringAsync());
        Assert.Equal(["7"], response.Headers.GetValues("X-Dock"));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("new Response({ statusCode: 201 })", 201, "")]
    [InlineData("new Twilio.Response({ body: { ok: true } })", 200, """{"ok":true}""")]
    [InlineData("new Twilio.Response({ body: Buffer.from('bytes') })", 200, "bytes")]
    [InlineData("new Twilio.Response({ statusCode: 500, body: 'a' }).setStatusCode(202).setBody('b')", 202, "b")]
    [InlineData("new (class extends Twilio.Response {})({ statusCode: 203, body: 'sub' })", 203, "sub")]
    [InlineData("new Twilio.Response({})", 200, "")]
    [InlineData("new Twilio.Response(null)", 200, "")]
    [InlineData("new Twilio.Response(undefined)", 200, "")]
    [InlineData("new Twilio.Response('text')", 200, "")]
    [InlineData("new Twilio.Response({ headers: null, other: 1 })", 200, "")]
    public async Task Options_EachAlone_AreTheResponses(string code, int status, string body)
    {
        using var response = await CallAsync(code);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("new Twilio.Response({ headers: { 'X-A': ['1', '2'] } }).appendHeader('x-a', 3)", "1|2|3")]
    [InlineData("new Twilio.Response({ headers: { 'X-A': '1' } }).setHeaders({ 'x-a': '2' })", "2")]
    [InlineData("Object.assign(new Twilio.Response(), { headers: { 'X-A': 'assigned' } })", "assigned")]
    [InlineData("((r) => { r.headers['X-A'] = 'written'; return r; })(new Twilio.Response())", "written")]
    [InlineData("((r) => { r.headers['X-A'] = 'written'; return r.appendHeader('x-a', 'too'); })(new Twilio.Response())", "written|too")]
    [InlineData("((r) => { r.headers['X-A'] = undefined; return r; })(new Twilio.Response())", "")]
    [InlineData("((r) => { delete r.headers['X-A']; return r; })(new Twilio.Response({ headers: { 'X-A': '1' } }))", "")]
    [InlineData("((r) => { r.headers = null; return r; })(new Twilio.Response())", "")]
    public async Task Headers_HoweverTheyAreSet_AreSent(string code, string expected)
    {
        using var response = await CallAsync(code);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Headers.TryGetValues("X-A", out var values) ? string.Join('|', values) : "");
    }

    [Fact]
    public async Task Options_Cookies_HaveTheCookiesRules()
    {
        using var response = await CallAsync("new Twilio.Response({ headers: { 'Set-Cookie': ['a=1', 'b=2; Domain=elsewhere.example'] } }).removeCookie('a').setHeaders({ 'X-B': '1' })");

        Assert.Equal(["b=2; HttpOnly; Secure", "a=; Max-Age=0; HttpOnly; Secure"], response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Options_ObjectIsTheFunctions_AndStaysAsItIs()
    {
        using var response = await CallAsync("((shared) => { new Twilio.Response({ headers: shared }).appendHeader('X-A', '1'); return new Twilio.Response({ body: shared }); })({ 'X-B': '2' })");

        Assert.Equal("""{"X-B":"2"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Header_OfANameThatObjectsHave_IsOneHeader()
    {
        using var response = await CallAsync("new Twilio.Response().appendHeader('constructor', '1').appendHeader('toString', '2')");

        Assert.Equal(["1"], response.Headers.GetValues("constructor"));
        Assert.Equal(["2"], response.Headers.GetValues("toString"));
    }

    [Fact]
    public async Task Class_HasWhatTheRulesKnow()
    {
        using var response = await CallAsync("[Object.getOwnPropertyNames(Twilio.Response.prototype), Object.keys(new Twilio.Response())]");
        var members = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();

        Assert.Equal(ResponseMembers.Methods.Order(), Names(members[0]!).Where(name => name != "constructor").Order());
        Assert.Equal(ResponseMembers.Properties.Order(), Names(members[1]!).Order());
    }

    private static IEnumerable<string> Names(JsonNode array) => array.AsArray().Select(name => name!.GetValue<string>());

    private Task<HttpResponseMessage> CallAsync(string code) => service.Client.GetAsync("/run?code=" + Uri.EscapeDataString(code));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = "exports.handler = (context, event, callback) => callback(null, new Function('return ' + event.code)());",
    });
}
