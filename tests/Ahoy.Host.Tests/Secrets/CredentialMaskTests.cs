using System.Text;
using Ahoy.Host.Secrets;

namespace Ahoy.Host.Tests.Secrets;

/// <summary>Credentials are found wherever an error or a log line shows them, and nothing else is touched.</summary>
public class CredentialMaskTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly CredentialMask s_mask = new([Token, null, "short"]);

    [Theory]
    [InlineData("token is " + Token + ".", "token is ***.")]
    [InlineData("a short text", "a short text")]
    [InlineData("headers: { Authorization: 'Basic QUM6cw==', Accept: '*/*' }", "headers: { Authorization: 'Basic ***', Accept: '*/*' }")]
    [InlineData("""{"authorization":"Bearer abc","accept":"x"}""", """{"authorization":"Bearer ***","accept":"x"}""")]
    [InlineData("""'{\"authorization\":\"Basic QUM6cw==\"}'""", """'{\"authorization\":\"Basic ***\"}'""")]
    [InlineData("authorization: [ 'Authorization', 'Basic QUM6cw==' ]", "authorization: [ 'Authorization', 'Basic ***' ]")]
    [InlineData("rawHeaders: [\n  'Authorization',\n  'Basic QUM6cw==',\n  'Host' ]", "rawHeaders: [\n  'Authorization',\n  'Basic ***',\n  'Host' ]")]
    [InlineData(@"_header: 'GET / HTTP/1.1\r\n' +\n 'Authorization: Basic QUM6cw==\r\nHost: x'", @"_header: 'GET / HTTP/1.1\r\n' +\n 'Authorization: Basic ***\r\nHost: x'")]
    [InlineData("authorization: [ 'sesame' ]", "authorization: [ '***' ]")]
    [InlineData("Proxy-Authorization: Negotiate YII", "Proxy-Authorization: Negotiate ***")]
    [InlineData("curl -H \"Authorization: sk_live_4\"", "curl -H \"Authorization: ***\"")]
    [InlineData("sent Basic QUM6cw== along", "sent Basic *** along")]
    [InlineData("sent Bearer eyJhbGciOiJIUzI1NiJ9.e30.x along", "sent Bearer *** along")]
    [InlineData("auth: { username: 'ada', password: 'it''s' }", "auth: { username: 'ada', password: '***''s' }")]
    [InlineData("auth: {\n  username: 'ada',\n  password: 'lovelace'\n}", "auth: {\n  username: 'ada',\n  password: '***'\n}")]
    [InlineData("get https://ada:lovelace@example.com/a?b=c@d failed", "get https://ada:***@example.com/a?b=c@d failed")]
    public void Text_WithCredentials_LosesThemAlone(string text, string expected) => Assert.Equal(expected, s_mask.Apply(text));

    [Theory]
    [InlineData("Basic authentication is needed, Bearer tokens are not: authorization: none")]
    [InlineData("Authorization: undefined")]
    [InlineData("WWW-Authenticate: Basic realm=\"Authentication Required\"")]
    [InlineData("https://example.com:443/a@b and https://ada@example.com/")]
    [InlineData("the password: it is asked for later")]
    [InlineData("plain text")]
    public void Text_WithoutCredentials_StaysTheSameObject(string text) => Assert.Same(text, s_mask.Apply(text));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AC")]
    [InlineData("AC0123:")]
    public void Secret_InBase64_IsFoundWhereverItBegins(string before)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Token}:after"));

        var masked = s_mask.Apply($"x={text}");

        Assert.Contains("***", masked, StringComparison.Ordinal);
        var left = masked["x=".Length..].Split("***");
        Assert.True(text.Length - left.Sum(part => part.Length) >= 40, masked);
    }

    [Fact]
    public void Text_OfAnySize_TakesNoTimeToSpeakOf()
    {
        // Each part is the beginning of a form that never comes to an end.
        var text = string.Concat(Enumerable.Repeat("authorization: [ 'authorization', auth: { x https://a:", 20_000));

        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        s_mask.Apply(text);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3));
    }
}
