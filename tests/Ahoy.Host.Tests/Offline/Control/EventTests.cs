using System.Net;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary><c>GET /_ahoy/events</c>: what happens, as it happens.</summary>
public sealed class EventTests(ControlService service) : IClassFixture<ControlService>
{
    [Fact]
    public async Task Events_OfAMessage_TellItsStatusesInOrder()
    {
        await using var events = await EventReader.OpenAsync(service, $"since={await LastAsync()}");
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(events.Response.Headers.CacheControl?.NoStore);

        await service.AskAsync(HttpMethod.Post, "messages", new { from = "+15551230031", to = "/sms", body = "event" });

        List<string> statuses = [];
        JsonNode reply;
        do
        {
            reply = await events.FindAsync("messages", m => (string?)m["to"] == "+15551230031");
            statuses.Add((string)reply["status"]!);
        }
        while (statuses[^1] != "delivered");
        Assert.Equal(["queued", "sending", "sent", "delivered"], statuses);
        Assert.Equal("You said event.", (string?)reply["body"]);
    }

    [Fact]
    public async Task Events_OfEachKind_HaveTheirSequenceAsId()
    {
        var since = await LastAsync();
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "kinds" });
        await service.GetTextAsync("/verify");
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });
        await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/hangup");
        await service.AskAsync(HttpMethod.Put, "faults", new[] { new { match = new { path = "/sms" }, status = 500, times = 1 } });
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "alert" });

        await using var events = await EventReader.OpenAsync(service, $"since={since}");
        HashSet<string> missing = ["messages", "calls", "alerts", "logs", "requests", "verifications"];
        var last = since;
        while (missing.Count > 0)
        {
            var item = await events.NextAsync();
            Assert.True(item.Id > last, $"{item.Id} after {last}");
            Assert.Equal(item.Id, (long)JsonNode.Parse(item.Data)!["sequence"]!);
            last = item.Id;
            missing.Remove(item.Kind);
        }
    }

    [Fact]
    public async Task Events_OfAClientThatComesBack_GoOnAfterTheLastThatItHasSeen()
    {
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "before" });
        long seen;
        await using (var first = await EventReader.OpenAsync(service, "since=0"))
        {
            seen = (await first.NextAsync()).Id;
        }

        // The header of the browser counts, not the address that it was given at the start.
        await using var second = await EventReader.OpenAsync(service, "since=0", lastEventId: $"{seen}");

        Assert.True((await second.NextAsync()).Id > seen);
    }

    [Theory]
    [InlineData("events?since=yesterday")]
    [InlineData("messages?since=-1")]
    public async Task Since_ThatIsNoSequenceNumber_IsRefused(string path)
    {
        using var response = await service.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("since=", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("calls")]
    [InlineData("logs")]
    [InlineData("requests")]
    public async Task List_SinceItsLastItem_HasNoneOfThoseBefore(string list)
    {
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "list" });
        await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });
        await service.GetTextAsync("/send");
        var items = await service.ListAsync(list);
        Assert.Equal(items.OrderBy(item => (long)item["sequence"]!), items);
        var middle = (long)items[items.Count / 2]["sequence"]!;

        var later = await service.ListAsync($"{list}?since={middle}");

        Assert.All(later, item => Assert.True((long)item["sequence"]! > middle));

        // One that has changed meanwhile has a new number.
        Assert.All(
            items.Where(item => (long)item["sequence"]! > middle),
            item => Assert.Contains(later, l => (long)l["sequence"]! == (long)item["sequence"]! || (item["sid"] is { } sid && (string?)l["sid"] == (string?)sid)));
    }

    [Fact]
    public async Task Logs_AlertsAndRequests_SayWhoAndWhat()
    {
        var since = await LastAsync();
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "said" });
        var code = (string)JsonNode.Parse(await service.GetTextAsync("/verify"))!["sid"]!;
        var sent = Assert.Single(await service.ListAsync($"verifications?since={since}"));
        Assert.Equal("approved", (string?)JsonNode.Parse(await service.GetTextAsync($"/verify?service={code}&code={sent["code"]}"))!["status"]);

        var line = Assert.Single(await service.ListAsync($"logs?since={since}"), l => (string?)l["message"] == "got said");
        Assert.Equal(("warn", "/sms"), ((string?)line["level"], (string?)line["function"]));
        Assert.Matches("^RQ[0-9a-f]{32}$", (string?)line["requestSid"]);
        var check = Assert.Single(await service.ListAsync($"requests?since={since}"), r => ((string)r["path"]!).EndsWith("/VerificationCheck", StringComparison.Ordinal));
        Assert.Equal(
            ("POST", "verify.twilio.com", 200, true, "/verify"),
            ((string?)check["method"], (string?)check["host"], (int)check["status"]!, (bool)check["stateful"]!, (string?)check["by"]));
        Assert.True((double)check["milliseconds"]! > 0);

        // The code opens a door.
        Assert.Equal("""{"To":"\u002B15551230001"}""", check["parameters"]!.ToJsonString());
    }

    private async Task<long> LastAsync()
    {
        long last = 0;
        foreach (var list in new[] { "messages", "calls", "alerts", "logs", "requests", "verifications" })
        {
            last = (await service.ListAsync(list)).Select(item => (long)item["sequence"]!).Append(last).Max();
        }

        return last;
    }
}
