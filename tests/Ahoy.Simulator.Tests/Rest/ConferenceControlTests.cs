using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World.Clock;

namespace Ahoy.Simulator.Tests.Rest;

/// <summary>What the API does to conferences, recordings and messages that are under way.</summary>
public sealed class ConferenceControlTests
{
    private const string Conferences = $"{ApiUnderTest.Account}/Conferences";

    private readonly ApiUnderTest _api = new(ClockMode.Fast);

    private async Task<(string Conference, string First, string Second)> MeetAsync()
    {
        _api.Webhooks.OnTwiml("/voice", "<Dial><Conference statusCallback='/room' statusCallbackEvent='announcement modify hold'>Room</Conference></Dial>")
            .OnTwiml("/attention", "<Say>Attention</Say>").OnTwiml("/hold", "<Say>Please hold</Say>").On("/room", "", "text/plain");
        var first = await _api.Simulator.ReceiveCallAsync("+15095550101", "/voice", TestContext.Current.CancellationToken);
        var second = await _api.Simulator.ReceiveCallAsync("+15095550102", "/voice", TestContext.Current.CancellationToken);
        return ((await _api.Get($"{Conferences}.json")).List("conferences")[0]!["sid"]!.ToString(), first.Sid, second.Sid);
    }

    private string Transcript(string sid) => TestSimulator.Text(_api.Simulator.Call(sid)!.Transcript);

    [Fact]
    public async Task Announcement_IsAskedForOnceAndHeardByAll()
    {
        var (conference, first, second) = await MeetAsync();

        Assert.Equal(200, (await _api.Post($"{Conferences}/{conference}.json", ("AnnounceUrl", "http://localhost:3000/attention"))).Status);
        await _api.WhenQuiet();

        Assert.EndsWith("Say Attention", Transcript(first));
        Assert.EndsWith("Say Attention", Transcript(second));
        Assert.Single(_api.Webhooks.Told("/attention", "ConferenceSid"));
        Assert.Equal(["announcement-end"], _api.Webhooks.Told("/room", "StatusCallbackEvent"));
    }

    [Fact]
    public async Task Announcement_ToOne_IsHeardByThatOneAlone()
    {
        var (conference, first, second) = await MeetAsync();

        await _api.Post($"{Conferences}/{conference}/Participants/{second}.json", ("AnnounceUrl", "http://localhost:3000/attention"));
        await _api.WhenQuiet();

        Assert.DoesNotContain("Attention", Transcript(first));
        Assert.EndsWith("Say Attention", Transcript(second));
    }

    [Fact]
    public async Task Announcement_ThatCantBeHad_IsToldAsFailed()
    {
        var (conference, _, _) = await MeetAsync();

        await _api.Post($"{Conferences}/{conference}.json", ("AnnounceUrl", "http://localhost:3000/nowhere"));
        await _api.WhenQuiet();

        Assert.Equal(["announcement-fail"], _api.Webhooks.Told("/room", "StatusCallbackEvent"));
    }

    [Fact]
    public async Task Hold_PlaysItsUrlUntilItIsOver()
    {
        var (conference, first, _) = await MeetAsync();
        var participant = $"{Conferences}/{conference}/Participants/{first}.json";

        var held = await _api.Post(participant, ("Hold", "true"), ("HoldUrl", "http://localhost:3000/hold"));
        await _api.WhenQuiet();

        Assert.Equal("true", held["hold"]);
        Assert.EndsWith("Say Please hold", Transcript(first));
        Assert.Equal("GET", _api.Webhooks.Requests.Single(r => r.Url.Contains("/hold", StringComparison.Ordinal)).Method);
        await _api.Post(participant, ("Hold", "false"));
        await _api.Simulator.World.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Single(_api.Webhooks.Requests, r => r.Url.Contains("/hold", StringComparison.Ordinal));
        Assert.Equal(["participant-hold", "participant-unhold"], _api.Webhooks.Told("/room", "StatusCallbackEvent"));
    }

    [Fact]
    public async Task Participant_Coached_IsChangedAndTold()
    {
        var (conference, first, second) = await MeetAsync();

        var changed = await _api.Post($"{Conferences}/{conference}/Participants/{second}.json", ("Coaching", "true"), ("CallSidToCoach", first), ("EndConferenceOnExit", "true"));
        await _api.WhenQuiet();

        Assert.Equal(("true", first, "true"), (changed["coaching"], changed["call_sid_to_coach"], changed["end_conference_on_exit"]));
        Assert.Equal(["participant-modify"], _api.Webhooks.Told("/room", "StatusCallbackEvent"));
        await _api.Simulator.HangUpAsync(second, TestContext.Current.CancellationToken);
        Assert.Equal("completed", (await _api.Get($"{Conferences}/{conference}.json"))["status"]);
    }

    [Theory]
    [InlineData("skip", "3")]
    [InlineData("silence", "8")]
    public async Task Recording_Paused_IsAsLongAsItsBehaviourSays(string behaviour, string seconds)
    {
        _api.Webhooks.OnTwiml("/voice", "<Dial>+15095550100</Dial>");
        var call = await _api.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        var recordings = $"{ApiUnderTest.Account}/Calls/{call.Sid}/Recordings";
        await _api.Create($"{recordings}.json");
        await _api.Simulator.World.AdvanceAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal("paused", (await _api.Post($"{recordings}/Twilio.CURRENT.json", ("Status", "paused"), ("PauseBehavior", behaviour)))["status"]);
        await _api.Simulator.World.AdvanceAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal("in-progress", (await _api.Post($"{recordings}/Twilio.CURRENT.json", ("Status", "in-progress")))["status"]);
        await _api.Simulator.World.AdvanceAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var stopped = await _api.Post($"{recordings}/Twilio.CURRENT.json", ("Status", "stopped"));
        Assert.Equal(("completed", seconds), (stopped["status"], stopped["duration"]));
    }

    [Fact]
    public async Task Transcription_OfARecording_IsReadUntilItIsRemoved()
    {
        _api.Webhooks.OnTwiml("/voice", "<Record transcribe='true' action='/attention'/>").OnTwiml("/attention", "<Hangup/>");
        var call = await _api.Simulator.ReceiveCallAsync(null, "/voice", TestContext.Current.CancellationToken);
        await _api.Simulator.RecordAsync(call.Sid, "Two rolls, please", null, TestContext.Current.CancellationToken);

        var only = Assert.Single((await _api.Get($"{ApiUnderTest.Account}/Transcriptions.json")).List("transcriptions"))!;
        var url = $"{ApiUnderTest.Account}/Recordings/{only["recording_sid"]}/Transcriptions/{only["sid"]}.json";

        Assert.Equal("Two rolls, please", (await _api.Get(url))["transcription_text"]);
        Assert.Equal(204, (await _api.Delete(url)).Status);
        (await _api.Get(url)).Failed(404, 20404);
    }

    [Fact]
    public async Task Feedback_OfAMessage_IsAboutOneThatThereIs()
    {
        var sid = await _api.Create($"{ApiUnderTest.Account}/Messages.json", ("To", "+15095550100"), ("From", TestSimulator.Number), ("Body", "Hi"), ("ProvideFeedback", "true"));

        var feedback = await _api.Post($"{ApiUnderTest.Account}/Messages/{sid}/Feedback.json", ("Outcome", "unconfirmed"));

        Assert.Equal((200, sid, "unconfirmed"), (feedback.Status, feedback["message_sid"], feedback["outcome"]));
        (await _api.Post($"{ApiUnderTest.Account}/Messages/SM00000000000000000000000000000000/Feedback.json")).Failed(404, 20404);
    }
}
