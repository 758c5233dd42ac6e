using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class ContextOverrideTests(ContextOverrideTests.Service service) : IClassFixture<ContextOverrideTests.Service>
{
    [Theory]
    [InlineData("DOMAIN_NAME", "example.org")]
    [InlineData("PATH", "/elsewhere")]
    [InlineData("SERVICE_SID", "ZS1")]
    [InlineData("ENVIRONMENT_SID", "ZE1")]
    [InlineData("ACCOUNT_SID", "AC00000000000000000000000000000001")]
    [InlineData("AUTH_TOKEN", "token")]
    public async Task EnvironmentFile_OverridesWhatThePlatformSets(string name, string expected) =>
        Assert.Equal(expected, await service.GetTextAsync("/variable?name=" + name));

    [Fact]
    public async Task TwilioClient_WithCredentials_IsThePackages() =>
        Assert.Equal("AC00000000000000000000000000000001 function", await service.GetTextAsync("/client"));

    [Fact]
    public async Task TwilioClient_TakesOptions() =>
        Assert.Equal("dublin", await service.GetTextAsync("/client?edge=dublin"));

    [Fact]
    public async Task Sync_HasTheShortNames() =>
        Assert.Equal("default function function documents", await service.GetTextAsync("/sync"));

    [Fact]
    public async Task Sync_TakesTheNameOfAService() =>
        Assert.Equal("IS123 function function documents", await service.GetTextAsync("/sync?name=IS123"));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        [".env"] = """
            DOMAIN_NAME=example.org
            PATH=/elsewhere
            SERVICE_SID=ZS1
            ENVIRONMENT_SID=ZE1
            ACCOUNT_SID=AC00000000000000000000000000000001
            AUTH_TOKEN=token
            """,
        ["functions/variable.js"] = "exports.handler = (context, event, callback) => callback(null, context[event.name]);",
        ["functions/client.js"] = """
            exports.handler = (context, event, callback) => {
              const client = context.getTwilioClient(event.edge ? { edge: event.edge } : undefined);
              callback(null, event.edge ? client.edge : `${client.accountSid} ${typeof client.messages.create}`);
            };
            """,
        ["functions/sync.js"] = """
            exports.handler = (context, event, callback) => {
              const sync = Runtime.getSync(event.name ? { serviceName: event.name } : undefined);
              callback(null, `${sync._solution.sid} ${typeof sync.maps.create} ${typeof sync.lists} ${'documents' in sync ? 'documents' : ''}`);
            };
            """,
    });
}
