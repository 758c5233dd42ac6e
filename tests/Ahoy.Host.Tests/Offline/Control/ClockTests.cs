using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Ahoy.Host.Tests.Offline.Control;

/// <summary><c>PUT /_ahoy/clock</c>, <c>POST /_ahoy/clock/advance</c> and <c>POST /_ahoy/reset</c>.</summary>
public sealed class ClockTests(ControlService service) : IClassFixture<ControlService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.AskAsync(HttpMethod.Post, "reset");

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Manual_StandsStillUntilItIsMoved()
    {
        var clock = await service.AskAsync(HttpMethod.Put, "clock", new { mode = "manual" });
        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "wait" });
        var reply = Assert.Single(result["replies"]!.AsArray())!;
        Assert.Equal("queued", (string?)reply["status"]);
        Assert.Equal(Now(clock), Now(await service.AskAsync(HttpMethod.Get, "clock")));

        var moved = await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "PT5S" });

        Assert.Equal(("manual", Now(clock).AddSeconds(5)), ((string?)moved["mode"], Now(moved)));
        var message = Assert.Single(await service.ListAsync("messages"), m => (string?)m["sid"] == (string?)reply["sid"]);
        Assert.Equal("delivered", (string?)message["status"]);
        Assert.Equal(Now(clock), DateTimeOffset.Parse((string)message["dateCreated"]!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Advance_OverAGathersPatience_EndsIt()
    {
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });
        Assert.Equal(("in-progress", "digits"), ((string?)call["status"], (string?)call["waitsFor"]));

        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "PT10S" });

        Assert.Equal("completed", (string?)(await service.AskAsync(HttpMethod.Get, $"calls/{call["sid"]}"))["status"]);
    }

    [Fact]
    public async Task Fast_SkipsWhatTheClockAloneEnds()
    {
        var clock = await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });

        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });

        Assert.Equal("digits", (string?)call["waitsFor"]);
        Assert.True(Now(await service.AskAsync(HttpMethod.Get, "clock")) - Now(clock) >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("PUT", "clock", """{"mode":"quick"}""", "real, fast or manual")]
    [InlineData("PUT", "clock", """{}""", "'mode' is missing")]
    [InlineData("PUT", "clock", """{"mode":5}""", "The body is not what it has to be: The value of 'mode' is of the wrong type, or no text.")]
    [InlineData("POST", "clock/advance", """{"by":"5s"}""", "PT5S")]
    [InlineData("POST", "clock/advance", """{"by":"-PT5S"}""", "PT5S")]
    [InlineData("POST", "clock/advance", "{}", "'by' is missing")]
    public async Task Clock_ThatIsToldNonsense_IsRefused(string method, string path, string json, string message)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{service.Twilio!.Url}/_ahoy/{path}") { Content = new StringContent(json) };
        using var response = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_ForgetsAllButTheAccount()
    {
        var account = await service.AskAsync(HttpMethod.Get, "account");
        var processes = await service.GetTextAsync("/send");
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "manual" });
        await service.AskAsync(HttpMethod.Post, "clock/advance", new { by = "P1D" });
        await service.AskAsync(HttpMethod.Put, "faults", new[] { new { match = new { path = "/nowhere" }, status = 500 } });
        await service.AskAsync(HttpMethod.Put, "handsets/%2B15551230055", new { answers = "busy" });
        await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "STOP" });
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = "/voice" });
        var verifying = (string)JsonNode.Parse(await service.GetTextAsync("/verify"))!["sid"]!;
        Assert.NotEmpty(await service.ListAsync("verifications"));

        await service.AskAsync(HttpMethod.Post, "reset");

        foreach (var list in new[] { "messages", "calls", "verifications", "alerts", "logs", "requests", "faults" })
        {
            Assert.Empty(await service.ListAsync(list));
        }

        var clock = await service.AskAsync(HttpMethod.Get, "clock");
        Assert.Equal("real", (string?)clock["mode"]);
        Assert.True(Now(clock) < DateTimeOffset.UtcNow.AddHours(1), clock.ToJsonString());
        using (var gone = await service.SendAsync(HttpMethod.Get, $"calls/{call["sid"]}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        Assert.Contains("was not found", await service.GetTextAsync($"/verify?service={verifying}"), StringComparison.Ordinal);
        Assert.Equal(account.ToJsonString(), (await service.AskAsync(HttpMethod.Get, "account")).ToJsonString());

        // Nobody has said STOP, and the same workers go on.
        var again = await service.AskAsync(HttpMethod.Post, "messages", new { to = "/sms", body = "again" });
        Assert.Single(again["replies"]!.AsArray());
        Assert.Contains("SM", processes, StringComparison.Ordinal);
    }

    private static DateTimeOffset Now(JsonNode clock) => DateTimeOffset.Parse((string)clock["now"]!, CultureInfo.InvariantCulture);
}
