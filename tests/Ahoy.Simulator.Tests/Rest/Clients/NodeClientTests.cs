using System.Text.Json.Nodes;
using Ahoy.Simulator.World.Clock;
using Ahoy.TestSupport;

namespace Ahoy.Simulator.Tests.Rest.Clients;

/// <summary>Clients that others wrote, unchanged but for the address: Twilio's helper library for Node in three versions, and the core of twilio-cli.</summary>
public sealed class NodeClientTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Rest", "Clients");

    [Theory]
    [InlineData("twilio4")]
    [InlineData("twilio5")]
    [InlineData("twilio6")]
    public async Task HelperLibrary_WorksWithEachResource(string package)
    {
        await RunAsync("library.cjs", package);
    }

    [Fact]
    public async Task CommandLineCore_WorksWithEachResource()
    {
        await RunAsync("cli.cjs");
    }

    private static async Task RunAsync(string script, params string[] arguments)
    {
        await NodePackages.InstallAsync(s_folder, TestContext.Current.CancellationToken);
        var api = new ApiUnderTest(ClockMode.Fast);
        using var server = new RestServer(api.Services.Api);
        var result = await ProcessRunner.RunAsync(
            "node", [script, .. arguments, server.Address, ApiUnderTest.AccountSid, ApiUnderTest.AuthToken], s_folder, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());
        var results = JsonNode.Parse(result.Output)!.AsObject();
        Assert.True(results.Count > 10, result.Output);
        Assert.Empty(StatefulResources.Unused(api.Records));
        Assert.Empty(results.Where(pair => pair.Value!.ToString() != "ok").Select(pair => $"{pair.Key}: {pair.Value}"));
    }
}
