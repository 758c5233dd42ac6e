using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class GlobalsTests(GlobalsTests.Service service) : IClassFixture<GlobalsTests.Service>
{
    [Theory]
    [InlineData("new Twilio.twiml.VoiceResponse().say('x').toString().length > 0", "true")]
    [InlineData("Twilio.twiml.VoiceResponse === require('twilio').twiml.VoiceResponse", "true")]
    [InlineData("Twilio.twiml.MessagingResponse === require('twilio').twiml.MessagingResponse", "true")]
    [InlineData("Twilio.twiml.FaxResponse === require('twilio').twiml.FaxResponse", "true")]
    [InlineData("Twilio.jwt.AccessToken === require('twilio').jwt.AccessToken", "true")]
    [InlineData("Twilio.jwt.ClientCapability === require('twilio').jwt.ClientCapability", "true")]
    [InlineData("Twilio.jwt.taskrouter === require('twilio').jwt.taskrouter", "true")]
    [InlineData("Twilio.validateRequest === require('twilio').validateRequest", "true")]
    [InlineData("Twilio.RequestClient === require('twilio').RequestClient", "true")]
    [InlineData("Object.keys(require('twilio')).every((name) => name in Twilio)", "true")]
    [InlineData("Object.keys(Twilio).includes('webhook') && Object.keys(Twilio).includes('Response')", "true")]
    [InlineData("typeof Twilio", "\"function\"")]
    [InlineData("typeof Twilio('AC00000000000000000000000000000001', 'x').calls.create", "\"function\"")]
    [InlineData("typeof new Twilio('AC00000000000000000000000000000001', 'x').calls.create", "\"function\"")]
    [InlineData("typeof new Twilio.Twilio('AC00000000000000000000000000000001', 'x').calls.create", "\"function\"")]
    [InlineData("Twilio.Response === Response", "true")]
    [InlineData("new Twilio.Response() instanceof Response", "true")]
    [InlineData("typeof Runtime.getAssets + typeof Runtime.getFunctions + typeof Runtime.getSync", "\"functionfunctionfunction\"")]
    [InlineData("(Twilio.added = 1, Twilio.added)", "1")]
    [InlineData("typeof Twilio.noSuchName", "\"undefined\"")]
    public async Task Global_IsThePackageWithThePlatformsOwnNames(string expression, string expected) =>
        Assert.Equal(expected, await EvaluateAsync(expression));

    [Fact]
    public async Task AccessToken_MadeWithTheGlobal_IsAToken()
    {
        var token = await EvaluateAsync("new Twilio.jwt.AccessToken('AC1', 'SK1', 'secret', { identity: 'x' }).toJwt()");

        Assert.Equal(3, token.Split('.').Length);
    }

    [Fact]
    public async Task Twiml_DoesNotLoadTheRestClient()
    {
        await using var fresh = new LoadedModules();
        await fresh.InitializeAsync();

        var loaded = await fresh.GetTextAsync("/loaded");

        Assert.DoesNotContain("twilio/lib/rest", loaded, StringComparison.Ordinal);
        Assert.Contains("twilio/lib/twiml/VoiceResponse", loaded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/own")]
    [InlineData("/own-global")]
    public async Task TwilioOfTheService_WinsOverTheHosts(string path)
    {
        await using var own = new OwnTwilio();
        await own.InitializeAsync();

        Assert.Equal("the service's own", await own.GetTextAsync(path));
    }

    private Task<string> EvaluateAsync(string expression) => service.GetTextAsync("/run?expression=" + Uri.EscapeDataString(expression));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              const value = new Function('require', `return ${event.expression}`)(require);
              callback(null, new Twilio.Response().setBody(JSON.stringify(value)));
            };
            """,
    });

    private sealed class LoadedModules() : RunningService(new Dictionary<string, string>
    {
        ["functions/loaded.js"] = """
            exports.handler = (context, event, callback) => {
              new Twilio.twiml.VoiceResponse().say('x');
              callback(null, Object.keys(require.cache).join('\n').replaceAll('\\', '/'));
            };
            """,
    });

    private sealed class OwnTwilio() : RunningService(new Dictionary<string, string>
    {
        ["node_modules/twilio/package.json"] = """{"name":"twilio","version":"0.0.1","main":"index.js"}""",
        ["node_modules/twilio/index.js"] = "module.exports = Object.assign(() => 'the service\\'s own', { mark: 'the service\\'s own', twiml: {} });",
        ["functions/own.js"] = "exports.handler = (context, event, callback) => callback(null, require('twilio').mark);",
        ["functions/own-global.js"] = "exports.handler = (context, event, callback) => callback(null, Twilio());",
    });
}
