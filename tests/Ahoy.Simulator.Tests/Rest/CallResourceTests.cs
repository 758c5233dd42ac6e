using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.Rest;

public sealed class CallResourceTests
{
    private const string Calls = $"{ApiUnderTest.Account}/Calls.json";
    private const string From = "+15005550006";
    private const string To = "+15551230001";

    private readonly ApiUnderTest _api = new(ClockMode.Fast);

    [Fact]
    public async Task Call_Made_RunsItsTwimlAndIsListed()
    {
        _api.Webhooks.OnTwiml("/voice", "<Say>Hello</Say>");
        var made = await _api.Post(Calls, ("To", To), ("From", From), ("Url", "http://localhost:3000/voice"));
        Assert.Equal((201, "queued", "outbound-api", "(555) 123-0001"), (made.Status, made["status"], made["direction"], made["to_formatted"]));
        await _api.WhenQuiet();
        var url = $"https://api.twilio.com{made["uri"]}";
        var over = await _api.Get(url);
        Assert.Equal("completed", over["status"]);
        Assert.NotNull(over["duration"]);
        Assert.Equal(made["sid"], (await _api.Get($"{Calls}?Status=completed")).List("calls").Single()!["sid"]!.ToString());
        Assert.Empty((await _api.Get($"{Calls}?Status=busy")).List("calls"));
        Assert.Equal(204, (await _api.Delete(url)).Status);
        (await _api.Get(url)).Failed(404, 20404);
    }

    [Theory]
    [InlineData(null, From, "<Response/>", 21201)]
    [InlineData(To, null, "<Response/>", 21213)]
    [InlineData(To, From, null, 21205)]
    [InlineData("+15005550001", From, "<Response/>", 21217)]
    [InlineData("+15005550002", From, "<Response/>", 21214)]
    [InlineData("+15005550003", From, "<Response/>", 21215)]
    [InlineData("+15005550004", From, "<Response/>", 21216)]
    [InlineData("nonsense", From, "<Response/>", 21211)]
    [InlineData(To, "+15005550001", "<Response/>", 21212)]
    [InlineData(To, "+15559999999", "<Response/>", 21210)]
    public async Task Call_ThatThePlatformRefuses_HasItsCode(string? to, string? from, string? twiml, int code)
    {
        var form = new (string, string?)[] { ("To", to), ("From", from), ("Twiml", twiml) }.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!));
        (await _api.Post(Calls, [.. form])).Failed(400, code);
    }

    [Fact]
    public async Task Application_AnswersACall()
    {
        _api.Webhooks.OnTwiml("/menu", "<Hangup/>");
        (await _api.Post(Calls, ("To", To), ("From", From), ("ApplicationSid", "AP00000000000000000000000000000001"))).Failed(400, 21218);
        var application = await _api.Create($"{ApiUnderTest.Account}/Applications.json", ("VoiceUrl", "http://localhost:3000/menu"));
        await _api.Create(Calls, ("To", To), ("From", From), ("ApplicationSid", application));
        await _api.WhenQuiet();
        Assert.Single(_api.Webhooks.Told("/menu", "CallSid"));
    }

    [Fact]
    public async Task LiveCall_IsRedirectedRecordedAndEnded()
    {
        _api.Webhooks.OnTwiml("/wait", "<Gather numDigits=\"1\" timeout=\"600\"/>").OnTwiml("/other", "<Say>Other</Say><Gather numDigits=\"1\" timeout=\"600\"/>");
        var sid = await _api.Create(Calls, ("To", To), ("From", From), ("Url", "http://localhost:3000/wait"));
        await _api.WhenQuiet();
        var call = $"{ApiUnderTest.Account}/Calls/{sid}";
        Assert.True((await _api.Get($"{call}.json"))["status"] == "in-progress", TestSimulator.Text(_api.Simulator.Call(sid)!.Transcript));
        (await _api.Delete($"{call}.json")).Failed(409, 20009);

        var recording = await _api.Post($"{call}/Recordings.json", ("RecordingChannels", "dual"));
        Assert.Equal((201, "in-progress", "2", sid), (recording.Status, recording["status"], recording["channels"], recording["call_sid"]));
        Assert.Equal("paused", (await _api.Post($"{call}/Recordings/Twilio.CURRENT.json", ("Status", "paused")))["status"]);
        Assert.Equal("completed", (await _api.Post($"{call}/Recordings/{recording["sid"]}.json", ("Status", "stopped")))["status"]);

        await _api.Post($"{call}.json", ("Url", "http://localhost:3000/other"));
        await _api.WhenQuiet();
        Assert.Single(_api.Webhooks.Told("/other", "CallSid"));
        Assert.Equal("completed", (await _api.Post($"{call}.json", ("Status", "completed")))["status"]);
        await _api.WhenQuiet();
        (await _api.Post($"{call}.json", ("Twiml", "<Response/>"))).Failed(400, 21220);
        (await _api.Post($"{call}/Recordings.json")).Failed(400, 21220);

        Assert.Equal(recording["sid"], (await _api.Get($"{ApiUnderTest.Account}/Recordings.json?CallSid={sid}")).List("recordings").Single()!["sid"]!.ToString());
        Assert.Equal(recording["sid"], (await _api.Get($"{call}/Recordings.json")).List("recordings").Single()!["sid"]!.ToString());
        Assert.Equal(204, (await _api.Delete($"{ApiUnderTest.Account}/Recordings/{recording["sid"]}.json")).Status);
        Assert.Empty((await _api.Get($"{ApiUnderTest.Account}/Recordings.json")).List("recordings"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".wav")]
    [InlineData(".mp3")]
    public async Task Recording_HasAFileForAnyone(string extension)
    {
        var sid = _api.Simulator.World.InTurn(() =>
        {
            var recording = _api.Simulator.World.Calls.StartRecording("CA00000000000000000000000000000001", null, new RecordingOptions { Source = "RecordVerb" });
            _api.Simulator.World.Calls.FinishRecording(recording, TimeSpan.FromSeconds(2), "Hello");
            return recording.Sid;
        });
        var response = await _api.Services.Api.AnswerAsync(
            new() { Method = "GET", Host = "api.twilio.com", Path = $"/2010-04-01/Accounts/{ApiUnderTest.AccountSid}/Recordings/{sid}{extension}" }, TestContext.Current.CancellationToken);
        Assert.Equal((200, "audio/x-wav", 44 + 16_000), (response.Status, response.ContentType, response.Body.Length));
        Assert.Equal("RIFF"u8, response.Body.Span[..4]);
        Assert.Equal("completed", (await _api.Get($"{ApiUnderTest.Account}/Recordings/{sid}.json"))["status"]);
    }

    [Fact]
    public async Task Conference_HasParticipantsThatAreMutedHeldAndPutOut()
    {
        var participants = $"{ApiUnderTest.Account}/Conferences/support/Participants.json";
        var first = await _api.Post(participants, ("From", From), ("To", To), ("Label", "customer"));
        Assert.True(first.Status == 201, $"{first.Json}");
        await _api.Post(participants, ("From", From), ("To", "+15551230002"), ("EndConferenceOnExit", "true"));
        await _api.WhenQuiet();

        var conference = (await _api.Get($"{ApiUnderTest.Account}/Conferences.json?FriendlyName=support")).List("conferences").Single()!;
        Assert.Equal(("in-progress", first["conference_sid"]), (conference["status"]!.ToString(), conference["sid"]!.ToString()));
        var root = $"{ApiUnderTest.Account}/Conferences/{conference["sid"]}";
        Assert.Equal(2, (await _api.Get($"{root}/Participants.json")).List("participants").Count);
        Assert.Equal((first["call_sid"], "true"), ((await _api.Post($"{root}/Participants/customer.json", ("Muted", "true")))["call_sid"], (await _api.Get($"{root}/Participants/{first["call_sid"]}.json"))["muted"]));
        Assert.Single((await _api.Get($"{root}/Participants.json?Muted=true")).List("participants"));
        Assert.Equal("true", (await _api.Post($"{root}/Participants/customer.json", ("Hold", "true")))["hold"]);
        Assert.Equal(204, (await _api.Delete($"{root}/Participants/customer.json")).Status);
        (await _api.Get($"{root}/Participants/customer.json")).Failed(404, 20404);
        var ended = await _api.Post($"{root}.json", ("Status", "completed"));
        Assert.Equal(("completed", "conference-ended-via-api"), (ended["status"], ended["reason_conference_ended"]));
    }

    [Fact]
    public async Task Queue_HasMembersThatAreTakenOut()
    {
        var queue = await _api.Create($"{ApiUnderTest.Account}/Queues.json", ("FriendlyName", "support"), ("MaxSize", "10"));
        (await _api.Post($"{ApiUnderTest.Account}/Queues.json", ("FriendlyName", "support"))).Failed(400, 22003);
        (await _api.Post($"{ApiUnderTest.Account}/Queues.json", ("FriendlyName", "x"), ("MaxSize", "5001"))).Failed(400, 20001);
        _api.Webhooks.OnTwiml("/voice", "<Enqueue>support</Enqueue>").OnTwiml("/next", "<Say>Next</Say>");
        var call = await _api.Simulator.ReceiveCallAsync(To, "/voice", cancellationToken: TestContext.Current.CancellationToken);
        var root = $"{ApiUnderTest.Account}/Queues/{queue}";
        Assert.Equal("1", (await _api.Get($"{root}.json"))["current_size"]);
        (await _api.Delete($"{root}.json")).Failed(400, 22001);
        Assert.Equal(call.Sid, (await _api.Get($"{root}/Members.json")).List("queue_members").Single()!["call_sid"]!.ToString());
        Assert.Equal((call.Sid, "1"), ((await _api.Get($"{root}/Members/Front.json"))["call_sid"], (await _api.Get($"{root}/Members/{call.Sid}.json"))["position"]));
        Assert.Equal(200, (await _api.Post($"{root}/Members/Front.json", ("Url", "http://localhost:3000/next"))).Status);
        await _api.WhenQuiet();
        Assert.Single(_api.Webhooks.Told("/next", "CallSid"));
        Assert.Equal("25", (await _api.Post($"{root}.json", ("MaxSize", "25")))["max_size"]);
        Assert.Equal(204, (await _api.Delete($"{root}.json")).Status);
        (await _api.Get($"{root}/Members.json")).Failed(404, 20404);
    }
}
