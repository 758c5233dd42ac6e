using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Seam;

/// <summary>Clients that others wrote, as Functions use them: each gets the simulator's answer, and no name of Twilio's is looked up for it.</summary>
public sealed class ClientTests(SeamService service) : IClassFixture<SeamService>
{
    [Fact]
    public Task Client_OfAnyKind_GetsTheSimulatorsAnswer() => CheckAsync(service);

    internal static async Task CheckAsync(OfflineProject service)
    {
        var answer = JsonNode.Parse(await service.GetTextAsync("/clients"))!;

        var results = answer["results"]!.AsObject();
        Assert.Equal(24, results.Count);
        var sid = service.Twilio!.Simulator.World.Account.Sid;
        Assert.Empty(results.Where(result => (string?)result.Value != sid).Select(result => $"{result.Key}: {result.Value}"));

        // Of Node's own: what the Function looked up itself in the end, and nothing else.
        Assert.Equal("""["localhost"]""", answer["lookups"]!.ToJsonString());
        var requests = await service.ListAsync("requests");
        Assert.True(requests.Count > results.Count);
        Assert.All(requests, request => Assert.Equal(("api.twilio.com", "/clients", true), ((string?)request["host"], (string?)request["by"], (bool)request["stateful"]!)));
    }
}
