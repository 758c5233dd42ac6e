using Ahoy.Simulator.Tests.Infrastructure;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

public sealed class RecordVerbTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public RecordVerbTests() => _test.Webhooks
        .OnTwiml("/action", "<Say>thanks</Say>").On("/transcribed", string.Empty, "text/plain").On("/recorded", string.Empty, "text/plain");

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Record_WaitsForWhatIsSaid_AndAsksItsAction()
    {
        var call = await _test.CallAsync("<Record action='/action' recordingStatusCallback='/recorded'/>");
        Assert.Equal("recording", call.WaitsFor);

        var after = await _test.Simulator.RecordAsync(call.Sid, "Call me back", 7, TestContext.Current.CancellationToken);

        Assert.Equal("Record\ncaller: Recording Call me back\nSay thanks", TestSimulator.Text(after!.Transcript));
        var recording = Assert.Single(_test.World.Calls.Recordings.Values);
        Assert.Equal(("Call me back", 7, "completed"), (recording.Text, recording.Duration, recording.Status));
        Assert.Equal(["7"], _test.Webhooks.Told("/action", "RecordingDuration"));
        Assert.Equal([_test.World.Calls.UrlOf(recording)], _test.Webhooks.Told("/action", "RecordingUrl"));
        Assert.Equal(["completed"], _test.Webhooks.Told("/recorded", "RecordingStatus"));
    }

    [Fact]
    public async Task Record_Transcribe_TellsTheWords()
    {
        var call = await _test.CallAsync("<Record action='/action' transcribe='true' transcribeCallback='/transcribed'/>");
        await _test.Simulator.RecordAsync(call.Sid, "Call me back", null, TestContext.Current.CancellationToken);

        Assert.Equal(["Call me back"], _test.Webhooks.Told("/transcribed", "TranscriptionText"));
        Assert.Equal(["completed"], _test.Webhooks.Told("/transcribed", "TranscriptionStatus"));
        Assert.StartsWith("TR", _test.Webhooks.Told("/transcribed", "TranscriptionSid")[0]);
    }

    [Theory]
    [InlineData("", "5", "5")]
    [InlineData("", "#", "#")]
    [InlineData("finishOnKey='*'", "1*", "*")]
    public async Task Record_AKey_EndsIt(string attribute, string pressed, string key)
    {
        var call = await _test.CallAsync($"<Record action='/action' {attribute}/>");
        await _test.Simulator.PressAsync(call.Sid, pressed, TestContext.Current.CancellationToken);

        Assert.Equal([key], _test.Webhooks.Told("/action", "Digits"));
    }

    [Fact]
    public async Task Record_MaxLength_CutsIt()
    {
        var call = await _test.CallAsync("<Record action='/action' maxLength='3'/>");
        await _test.Simulator.RecordAsync(call.Sid, "long", 60, TestContext.Current.CancellationToken);

        Assert.Equal(["3"], _test.Webhooks.Told("/action", "RecordingDuration"));
    }

    [Fact]
    public async Task Record_Silence_GoesOnWithTheNextVerb()
    {
        var call = await _test.CallAsync("<Record action='/action' timeout='2'/><Say>nothing</Say>");
        await _test.AdvanceAsync(2.1);

        Assert.Equal("Record\nSay nothing", TestSimulator.Text(_test.Call(call.Sid).Transcript));
        Assert.Empty(_test.World.Calls.Recordings);
    }

    [Fact]
    public async Task Record_Hangup_AsksTheActionAllTheSame()
    {
        var call = await _test.CallAsync("<Record action='/action'/><Say>never</Say>");
        var after = await _test.Simulator.HangUpAsync(call.Sid, TestContext.Current.CancellationToken);

        Assert.Equal("Record\ncaller: Hangup", TestSimulator.Text(after!.Transcript));
        Assert.Equal(["hangup"], _test.Webhooks.Told("/action", "Digits"));
        Assert.Equal(["completed"], _test.Webhooks.Told("/action", "CallStatus"));
    }
}
