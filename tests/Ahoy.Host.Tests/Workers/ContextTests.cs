using System.Text.Json.Nodes;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

public sealed class ContextTests(ContextTests.Service service) : IClassFixture<ContextTests.Service>
{
    [Theory]
    [InlineData("context.GREETING", "\"hello\"")]
    [InlineData("context.EMPTY", "\"\"")]
    [InlineData("context.DOMAIN_NAME", "\"localhost:3000\"")]
    [InlineData("context.PATH", "\"/run\"")]
    [InlineData("context.ACCOUNT_SID", "null")]
    [InlineData("context.AUTH_TOKEN", "null")]
    [InlineData("typeof context.SERVICE_SID", "\"undefined\"")]
    [InlineData("typeof context.ENVIRONMENT_SID", "\"undefined\"")]
    [InlineData("typeof context.NO_SUCH_VARIABLE", "\"undefined\"")]
    [InlineData("Object.keys(context).sort()", """["ACCOUNT_SID","AUTH_TOKEN","DOMAIN_NAME","EMPTY","GREETING","PATH"]""")]
    [InlineData("({ ...context }).GREETING", "\"hello\"")]
    [InlineData("process.env.GREETING", "\"hello\"")]
    public async Task Context_HasTheVariables(string expression, string expected) =>
        Assert.Equal(expected, await EvaluateAsync(expression));

    [Fact]
    public async Task Context_IsAnotherOneForEachInvocation()
    {
        await EvaluateAsync("context.LEFT_BEHIND = context.GREETING = 'changed'");

        Assert.Equal("[\"undefined\",\"hello\"]", await EvaluateAsync("[typeof context.LEFT_BEHIND, context.GREETING]"));
    }

    [Theory]
    [InlineData("SERVICE_SID")]
    [InlineData("ENVIRONMENT_SID")]
    public async Task DeploymentSid_WhenReadInAProjectThatIsOnlyStarted_Warns(string name)
    {
        await EvaluateAsync($"typeof context.{name}");

        var warning = await service.Log.WaitForOutputAsync(o => o.Message.StartsWith($"{name} is undefined", StringComparison.Ordinal));
        Assert.Equal(OutputLevel.Warn, warning.Level);
    }

    [Theory]
    [InlineData("context.getTwilioClient()", "context.getTwilioClient() needs the account's credentials, and ACCOUNT_SID and AUTH_TOKEN are not set.")]
    [InlineData("Runtime.getSync()", "Runtime.getSync() needs the account's credentials, and ACCOUNT_SID and AUTH_TOKEN are not set.")]
    public async Task Client_WithoutCredentials_IsAClearError(string expression, string message)
    {
        var error = JsonNode.Parse(await EvaluateAsync(expression))!;

        Assert.StartsWith(message, (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOME")]
    [InlineData("USER")]
    [InlineData("PATH")]
    [InlineData("AHOY_MACHINE_SECRET")]
    public async Task Environment_OfTheMachine_IsNotVisible(string name)
    {
        Environment.SetEnvironmentVariable("AHOY_MACHINE_SECRET", "secret");

        Assert.Equal("\"undefined\"", await EvaluateAsync($"typeof process.env.{name}"));
    }

    [Fact]
    public async Task Process_RunsInTheProjectAndShowsNothingOfTheHost()
    {
        Assert.Equal($"\"{service.Folder.Path}\"", await EvaluateAsync("process.cwd()"));
        Assert.Equal("2", await EvaluateAsync("process.argv.length"));
        Assert.Equal("\"UTC\"", await EvaluateAsync("Intl.DateTimeFormat().resolvedOptions().timeZone"));
    }

    [Fact]
    public async Task TemporaryFiles_AreAllowed() =>
        Assert.Equal("\"kept\"", await EvaluateAsync(
            "(() => { const fs = require('fs'), path = require('path'); const file = path.join(fs.mkdtempSync(path.join(require('os').tmpdir(), 'ahoy-test-')), 'f'); fs.writeFileSync(file, 'kept'); return fs.readFileSync(file, 'utf8'); })()"));

    private Task<string> EvaluateAsync(string expression) => service.GetTextAsync("/run?expression=" + Uri.EscapeDataString(expression));

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        [".env"] = "GREETING=hello\nEMPTY=\n",
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) => {
              const value = new Function('context', 'require', `return ${event.expression}`)(context, require);
              const response = new Twilio.Response();
              callback(null, response.appendHeader('Content-Type', 'application/json').setBody(JSON.stringify(value)));
            };
            """,
    });
}
