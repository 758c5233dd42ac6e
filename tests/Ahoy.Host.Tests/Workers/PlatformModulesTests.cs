using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

/// <summary>The modules that every Build has, in a service that declares none.</summary>
public sealed class PlatformModulesTests(PlatformModulesTests.Service service) : IClassFixture<PlatformModulesTests.Service>
{
    [Theory]
    [InlineData("require('lodash').chunk([1, 2, 3], 2)", "[[1,2],[3]]")]
    [InlineData("require('lodash/get')({ a: { b: 7 } }, 'a.b')", "7")]
    [InlineData("typeof require('twilio').twiml.VoiceResponse", "\"function\"")]
    public async Task Module_OfThePlatform_IsThereWithoutAWord(string expression, string expected) =>
        Assert.Equal(expected, await service.GetTextAsync("/run?expression=" + Uri.EscapeDataString(expression)));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              const value = new Function('require', `return ${event.expression}`)(require);
              callback(null, new Twilio.Response({ body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } }));
            };
            """,
    });
}
