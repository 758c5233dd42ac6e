using System.Text.Json.Nodes;
using Ahoy.Host.Tests.Offline.Control;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline.Webhooks;

/// <summary>A number whose URL is another server's on this machine: that one gets what Twilio sends, signed.</summary>
public sealed class ExternalWebhookTests(ControlService service) : IClassFixture<ControlService>
{
    private string Token => service.Twilio!.Simulator.World.Account.AuthToken;

    [Fact]
    public async Task Message_ToAnotherServer_IsSignedAndAnsweredAndKeepsItsCookie()
    {
        using var server = new ExternalServer(seen => seen.Url.AbsolutePath == "/status"
            ? (204, "text/plain", "", null)
            : (200, "text/xml", $"<Response><Message action=\"/status\">Hello {System.Security.SecurityElement.Escape(seen.Form["Body"])}</Message></Response>", "count=1; Path=/; HttpOnly"));
        var number = await BuyAsync(("SmsUrl", $"{server.Url}/sms?shop=7"));

        var first = await service.AskAsync(HttpMethod.Post, "messages", new { to = number, body = "Ada & Löve", mediaUrls = new[] { "https://example.com/a.png" } });
        await service.AskAsync(HttpMethod.Post, "messages", new { to = number, body = "again" });

        Assert.Equal("Hello Ada & Löve", (string?)first["replies"]![0]!["body"]);
        Assert.Equal("1", (string?)first["webhook"]!["cookies"]!["count"]);
        var inbound = server.Seen.Where(seen => seen.Url.AbsolutePath == "/sms").ToList();
        Assert.Equal([null, "count=1"], inbound.Select(seen => seen.Cookie));
        Assert.All(server.Seen, seen => Assert.Equal(TwilioSignature.Of(Token, seen.Url, seen.Form), seen.Signature));
        var form = inbound[0].Form;
        Assert.Equal(
            (number, "+15551230001", "Ada & Löve", "1", "https://example.com/a.png", "image/png", "received", "2010-04-01"),
            (form["To"], form["From"], form["Body"], form["NumMedia"], form["MediaUrl0"], form["MediaContentType0"], form["SmsStatus"], form["ApiVersion"]));
        Assert.Equal((form["MessageSid"], form["MessageSid"]), (form["SmsSid"], form["SmsMessageSid"]));
        var statuses = server.Seen.Where(seen => seen.Url.AbsolutePath == "/status" && seen.Form["MessageSid"] == (string?)first["replies"]![0]!["sid"]);
        Assert.Equal(["queued", "sending", "sent", "delivered"], statuses.Select(seen => seen.Form["MessageStatus"]));
    }

    [Fact]
    public async Task Call_ToAnotherServer_FallsBackWhereItFails()
    {
        using var server = new ExternalServer(seen => seen.Url.AbsolutePath == "/voice"
            ? (503, "text/plain", "closed", null)
            : (200, "text/xml", "<Response><Say>Sorry.</Say></Response>", null));
        var number = await BuyAsync(("VoiceUrl", $"{server.Url}/voice"), ("VoiceFallbackUrl", $"{server.Url}/fallback"), ("StatusCallback", $"{server.Url}/status"));
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });

        var call = await service.AskAsync(HttpMethod.Post, "calls", new { to = number });

        Assert.Equal("completed", (string?)call["status"]);
        Assert.Contains("Sorry.", call["transcript"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["/voice", "/fallback", "/status"], server.Seen.Select(seen => seen.Url.AbsolutePath).Distinct());
        Assert.All(server.Seen, seen => Assert.Equal(TwilioSignature.Of(Token, seen.Url, seen.Form), seen.Signature));
        var fallback = server.Seen.Single(seen => seen.Url.AbsolutePath == "/fallback").Form;
        Assert.Equal(("11200", $"{server.Url}/voice"), (fallback["ErrorCode"], fallback["ErrorUrl"]));
    }

    [Fact]
    public async Task Server_ThatDoesNotListen_IsAnAlert()
    {
        string address;
        using (var server = new ExternalServer(_ => default))
        {
            address = server.Url;
        }

        var number = await BuyAsync(("SmsUrl", $"{address}/sms"));

        var result = await service.AskAsync(HttpMethod.Post, "messages", new { to = number, body = "anybody" });

        Assert.Equal(11205, (int?)result["webhook"]!["errorCode"]);
        Assert.Contains(await service.ListAsync("alerts"), alert => ((string)alert["message"]!).Contains(address, StringComparison.Ordinal));
    }

    private async Task<string> BuyAsync(params (string Name, string Value)[] settings)
    {
        var account = service.Twilio!.Simulator.World.Account;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Twilio.Url}/api.twilio.com/2010-04-01/Accounts/{account.Sid}/IncomingPhoneNumbers.json")
        {
            Headers = { Authorization = ControlPlane.RunningControlPlane.Basic(account.Sid, account.AuthToken) },
            Content = new FormUrlEncodedContent([new("AreaCode", "212"), .. settings.Select(s => KeyValuePair.Create(s.Name, s.Value))]),
        };
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, json);
        return (string)JsonNode.Parse(json)!["phone_number"]!;
    }
}
