using System.Net;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary><c>PUT /_ahoy/handsets</c>: how the people behave whom Functions write to and call.</summary>
public sealed class HandsetTests(ControlService service) : IClassFixture<ControlService>, IAsyncLifetime
{
    private const string Number = "+15551230055";

    public async ValueTask InitializeAsync()
    {
        await service.AskAsync(HttpMethod.Post, "reset");
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("never", "no-answer")]
    public async Task Handset_ThatDoesNotAnswer_IsTheStatusOfTheDial(string answers, string status)
    {
        await SetAsync(new { answers });

        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = $"/dial?number={Uri.EscapeDataString(Number)}" });

        Assert.Equal("completed", (string?)call["status"]);
        Assert.Contains($"It was {status}.", call["transcript"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reject", "It was busy.")]
    [InlineData("answer", null)]
    public async Task Handset_ThatRings_WaitsForSomebody(string action, string? said)
    {
        await SetAsync(new { answers = "ring" });
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = $"/dial?number={Uri.EscapeDataString(Number)}" });
        Assert.Equal("answer", (string?)call["waitsFor"]);
        var callee = Assert.Single(await service.ListAsync("calls"), c => (string?)c["to"] == Number);
        Assert.Equal(((string?)call["sid"], "ringing"), ((string?)callee["parentCallSid"], (string?)callee["status"]));

        var after = await service.AskAsync(HttpMethod.Post, $"calls/{callee["sid"]}/{action}");

        if (said is null)
        {
            Assert.Equal("in-progress", (string?)after["status"]);
            await service.AskAsync(HttpMethod.Post, $"calls/{callee["sid"]}/hangup");
            said = "It was completed.";
        }

        var ended = await service.AskAsync(HttpMethod.Get, $"calls/{call["sid"]}");
        Assert.Contains(said, ended["transcript"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handset_ThatRefuses_LeavesMessagesUndelivered()
    {
        await SetAsync(new { answers = "auto", refuses = 30007 });

        var sid = (string?)JsonNode.Parse(await service.GetTextAsync($"/send?to={Uri.EscapeDataString(Number)}"))!["sid"];

        // The clock is fast: what nobody waits for is done by now, or about to be.
        await using var events = await EventReader.OpenAsync(service, "since=0");
        var message = await events.FindAsync("messages", m => (string?)m["sid"] == sid && (string?)m["status"] is "undelivered" or "delivered");
        Assert.Equal(("undelivered", 30007), ((string?)message["status"], (int?)message["errorCode"]));
    }

    [Theory]
    [InlineData(Number, """{"answers":"sometimes"}""", "auto, ring, busy or never")]
    [InlineData("55x", """{"answers":"busy"}""", "55x is no number")]
    [InlineData("+15005550006", """{"answers":"busy"}""", "is a number of the account")]
    public async Task Handset_ThatIsNone_IsRefused(string number, string json, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{service.Twilio!.Url}/_ahoy/handsets/{Uri.EscapeDataString(number)}") { Content = new StringContent(json) };
        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]!, StringComparison.Ordinal);
    }

    private Task SetAsync(object behaviour) => service.AskAsync(HttpMethod.Put, $"handsets/{Uri.EscapeDataString(Number)}", behaviour);
}
