using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.Rest;

public sealed class MessageResourceTests
{
    private const string Messages = $"{ApiUnderTest.Account}/Messages.json";
    private const string From = "+15005550006";
    private const string To = "+15551230001";

    private readonly ApiUnderTest _api = new(ClockMode.Fast);

    [Fact]
    public async Task Message_Made_IsDeliveredAndListed()
    {
        var made = await _api.Post(Messages, ("To", To), ("From", From), ("Body", "Hello"));
        Assert.Equal((201, "queued", "outbound-api", "1", "0"), (made.Status, made["status"], made["direction"], made["num_segments"], made["num_media"]));
        Assert.Equal($"/2010-04-01/Accounts/{ApiUnderTest.AccountSid}/Messages/{made["sid"]}.json", made["uri"]);
        Assert.Equal($"/2010-04-01/Accounts/{ApiUnderTest.AccountSid}/Messages/{made["sid"]}/Media.json", made.Json!["subresource_uris"]!["media"]!.ToString());
        await _api.WhenQuiet();
        var fetched = await _api.Get($"https://api.twilio.com{made["uri"]}");
        Assert.Equal(("delivered", "Sat, 14 Mar 2026 15:09:26 +0000"), (fetched["status"], fetched["date_sent"]));
        Assert.Equal(made["sid"], (await _api.Get($"{Messages}?To={Uri.EscapeDataString(To)}")).List("messages").Single()!["sid"]!.ToString());
        Assert.Empty((await _api.Get($"{Messages}?From=%2B15559999999")).List("messages"));
        Assert.All(_api.Records, record => Assert.True(record.Stateful));
    }

    [Theory]
    [InlineData(null, From, "x", 400, 21604)]
    [InlineData(To, null, "x", 400, 21603)]
    [InlineData(To, From, null, 400, 21619)]
    [InlineData(To, From, "", 400, 21602)]
    [InlineData("nonsense", From, "x", 400, 21211)]
    [InlineData("+15005550001", From, "x", 400, 21211)]
    [InlineData("+15005550002", From, "x", 400, 21612)]
    [InlineData("+15005550003", From, "x", 400, 21408)]
    [InlineData("+15005550004", From, "x", 400, 21610)]
    [InlineData("+15005550009", From, "x", 400, 21614)]
    [InlineData(To, "+15005550001", "x", 400, 21212)]
    [InlineData(To, "+15005550007", "x", 400, 21606)]
    [InlineData(To, "+15005550008", "x", 429, 21611)]
    [InlineData(To, "+15550000000", "x", 400, 21606)]
    public async Task Message_ThatThePlatformRefuses_HasItsCode(string? to, string? from, string? body, int status, int code)
    {
        var form = new (string, string?)[] { ("To", to), ("From", from), ("Body", body) }.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!));
        (await _api.Post(Messages, [.. form])).Failed(status, code);
        Assert.Empty((await _api.Get(Messages)).List("messages"));
    }

    [Fact]
    public async Task Body_TooLong_Is21617()
    {
        (await _api.Post(Messages, ("To", To), ("From", From), ("Body", new string('x', 1601)))).Failed(400, 21617);
    }

    [Theory]
    [InlineData("StatusCallback", "nowhere", 21609)]
    [InlineData("MediaUrl", "nowhere", 21620)]
    public async Task Url_ThatIsNone_HasItsCode(string name, string value, int code)
    {
        (await _api.Post(Messages, ("To", To), ("From", From), ("Body", "x"), (name, value))).Failed(400, code);
    }

    [Fact]
    public async Task Stop_RefusesWhatFollows()
    {
        await _api.Simulator.ReceiveMessageAsync(To, From, "STOP", cancellationToken: TestContext.Current.CancellationToken);
        (await _api.Post(Messages, ("To", To), ("From", From), ("Body", "x"))).Failed(400, 21610);
    }

    [Fact]
    public async Task Media_OfAMessage_IsListedFetchedAndRemoved()
    {
        var sid = await _api.Create(Messages, ("To", To), ("From", From), ("MediaUrl", "https://example.com/a.png"), ("MediaUrl", "https://example.com/b.pdf"));
        Assert.StartsWith("MM", sid);
        var list = $"{ApiUnderTest.Account}/Messages/{sid}/Media.json";
        var media = (await _api.Get(list)).List("media_list");
        Assert.Equal(["image/png", "application/pdf"], media.Select(item => item!["content_type"]!.ToString()));
        var uri = $"https://api.twilio.com{media[0]!["uri"]}";
        Assert.Equal(sid, (await _api.Get(uri))["parent_sid"]);
        _api.User = "";
        var file = await _api.Get(uri[..^".json".Length]);
        Assert.Equal((307, "https://example.com/a.png"), (file.Status, file.Headers["Location"]));
        (await _api.Get(uri)).Failed(401, 20003);
        _api.User = $"{ApiUnderTest.AccountSid}:{ApiUnderTest.AuthToken}";
        Assert.Equal(204, (await _api.Delete(uri)).Status);
        (await _api.Get(uri)).Failed(404, 20404);
        Assert.Single((await _api.Get(list)).List("media_list"));
    }

    [Fact]
    public async Task Service_ChoosesItsNumber_AndTellsItsCallback()
    {
        var number = await _api.Create($"{ApiUnderTest.Account}/IncomingPhoneNumbers.json", ("AreaCode", "510"));
        var service = await _api.Create("https://messaging.twilio.com/v1/Services", ("FriendlyName", "reminders"), ("StatusCallback", "http://localhost:3000/status"));
        (await _api.Post(Messages, ("To", To), ("MessagingServiceSid", service), ("Body", "x"))).Failed(400, 21703);
        var numbers = $"https://messaging.twilio.com/v1/Services/{service}/PhoneNumbers";
        Assert.Equal(201, (await _api.Post(numbers, ("PhoneNumberSid", number))).Status);
        (await _api.Post(numbers, ("PhoneNumberSid", number))).Failed(409, 21710);
        var sent = await _api.Post(Messages, ("To", To), ("MessagingServiceSid", service), ("Body", "x"));
        Assert.Equal(("+15105550100", "accepted", service), (sent["from"], sent["status"], sent["messaging_service_sid"]));
        await _api.WhenQuiet();
        Assert.Equal("delivered", _api.Webhooks.Told("/status", "MessageStatus")[^1]);
        Assert.Equal(204, (await _api.Delete($"{numbers}/{number}")).Status);
        (await _api.Get($"{numbers}/{number}")).Failed(404, 20404);
        (await _api.Post(Messages, ("To", To), ("MessagingServiceSid", "MG00000000000000000000000000000001"), ("Body", "x"))).Failed(404, 21701);
    }

    [Fact]
    public async Task Message_Scheduled_WaitsAndCanBeCanceled()
    {
        _api.Simulator.World.SetMode(ClockMode.Manual);
        var number = (await _api.Get($"{ApiUnderTest.Account}/IncomingPhoneNumbers.json")).List("incoming_phone_numbers").Single()!["sid"]!.ToString();
        var service = await _api.Create("https://messaging.twilio.com/v1/Services", ("FriendlyName", "reminders"));
        await _api.Post($"https://messaging.twilio.com/v1/Services/{service}/PhoneNumbers", ("PhoneNumberSid", number));
        (string, string)[] form = [("To", To), ("MessagingServiceSid", service), ("Body", "x"), ("ScheduleType", "fixed")];
        (await _api.Post(Messages, form)).Failed(400, 35111);
        (await _api.Post(Messages, [.. form, ("SendAt", "2026-03-14T15:10:00Z")])).Failed(400, 35114);
        var scheduled = await _api.Post(Messages, [.. form, ("SendAt", "2026-03-14T16:00:00Z")]);
        Assert.Equal("scheduled", scheduled["status"]);
        var url = $"https://api.twilio.com{scheduled["uri"]}";
        Assert.Equal("canceled", (await _api.Post(url, ("Status", "canceled")))["status"]);
        (await _api.Post(url, ("Status", "canceled"))).Failed(400, 30409);
    }

    [Fact]
    public async Task Message_OnceDelivered_IsEmptiedAndRemoved()
    {
        var url = $"{ApiUnderTest.Account}/Messages/{await _api.Create(Messages, ("To", To), ("From", From), ("Body", "secret"))}.json";
        await _api.WhenQuiet();
        (await _api.Post(url, ("Body", "other"))).Failed(400, 20001);
        Assert.Equal("", (await _api.Post(url, ("Body", "")))["body"]);
        Assert.Equal(204, (await _api.Delete(url)).Status);
        (await _api.Get(url)).Failed(404, 20404);
    }

    [Fact]
    public async Task List_ByDate_IsCutToTheDay()
    {
        await _api.Create(Messages, ("To", To), ("From", From), ("Body", "x"));
        await _api.WhenQuiet();
        Assert.Single((await _api.Get($"{Messages}?DateSent=2026-03-14")).List("messages"));
        Assert.Empty((await _api.Get($"{Messages}?DateSent=2026-03-13")).List("messages"));
        Assert.Single((await _api.Get($"{Messages}?DateSent%3E=2026-03-14T15:00:00Z")).List("messages"));
        Assert.Empty((await _api.Get($"{Messages}?DateSent%3C=2026-03-14T15:00:00Z")).List("messages"));
    }

    [Fact]
    public async Task ConversationMessage_GoesToThePhonesButTheAuthors()
    {
        const string conversations = "https://conversations.twilio.com/v1/Conversations";
        var sid = await _api.Create(conversations);
        foreach (var phone in (string[])[To, "+15551230002"])
        {
            await _api.Create($"{conversations}/{sid}/Participants", ("MessagingBinding.Address", phone), ("MessagingBinding.ProxyAddress", From));
        }

        await _api.Create($"{conversations}/{sid}/Messages", ("Author", To), ("Body", "Hello all"));
        var sent = (await _api.Get(Messages)).List("messages").Single()!;
        Assert.Equal((From, "+15551230002", "Hello all"), (sent["from"]!.ToString(), sent["to"]!.ToString(), sent["body"]!.ToString()));
    }
}
