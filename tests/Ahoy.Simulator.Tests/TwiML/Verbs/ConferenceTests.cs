using Ahoy.Simulator.Tests.Infrastructure;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.TwiML.Verbs;

public sealed class ConferenceTests : IDisposable
{
    private readonly TestSimulator _test = new();

    public ConferenceTests() => _test.Webhooks.On("/events", string.Empty, "text/plain").OnTwiml("/done", "<Say>done</Say>").OnTwiml("/music", "<Say>Please hold</Say>");

    public void Dispose() => _test.Dispose();

    private Conference Conference => Assert.Single(_test.World.Calls.Conferences.Values);

    private Task<CallResult> JoinAsync(string attributes, string rest = "") =>
        _test.CallAsync($"<Dial action='/done'><Conference statusCallback='/events' statusCallbackEvent='start end join leave mute hold' {attributes}>Room</Conference></Dial>{rest}");

    [Fact]
    public async Task Conference_Moderated_StartsAndEndsWithTheModerator()
    {
        var guest = await JoinAsync("startConferenceOnEnter='false'");
        Assert.Equal(("init", "in-progress"), (Conference.Status, guest.Status));
        var moderator = await JoinAsync("startConferenceOnEnter='true' endConferenceOnExit='true'");
        Assert.Equal("in-progress", Conference.Status);

        await _test.Simulator.HangUpAsync(moderator.Sid, TestContext.Current.CancellationToken);
        await _test.World.WhenQuiet();

        Assert.Equal(("completed", "participant-with-end-conference-on-exit-left"), (Conference.Status, Conference.ReasonEnded));
        Assert.Equal("Say done", TestSimulator.Text(_test.Call(guest.Sid).Transcript).Split('\n')[^1]);
        Assert.Equal(
            ["participant-join", "participant-join", "conference-start", "participant-leave", "participant-leave", "conference-end"],
            _test.Webhooks.Told("/events", "StatusCallbackEvent"));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], _test.Webhooks.Told("/events", "SequenceNumber"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("muted='true'", false)]
    public async Task Conference_WhatOneSays_IsHeardByTheOthers(string attributes, bool isHeard)
    {
        var one = await JoinAsync(attributes);
        var two = await JoinAsync(string.Empty);

        await _test.Simulator.SpeakAsync(one.Sid, "Good morning.", 0.9, TestContext.Current.CancellationToken);

        Assert.EndsWith("caller: Speech Good morning.", TestSimulator.Text(_test.Call(one.Sid).Transcript), StringComparison.Ordinal);
        Assert.Equal(isHeard, TestSimulator.Text(_test.Call(two.Sid).Transcript).EndsWith("callee: Speech Good morning.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conference_TheLastLeaves_Ends()
    {
        var one = await JoinAsync(string.Empty);
        var two = await JoinAsync(string.Empty);
        await _test.Simulator.HangUpAsync(one.Sid, TestContext.Current.CancellationToken);
        Assert.Equal("in-progress", Conference.Status);

        await _test.Simulator.HangUpAsync(two.Sid, TestContext.Current.CancellationToken);

        Assert.Equal(("completed", "last-participant-left"), (Conference.Status, Conference.ReasonEnded));
    }

    [Fact]
    public async Task Conference_WaitUrl_IsPlayedUntilItStarts()
    {
        var one = await JoinAsync("startConferenceOnEnter='false' waitUrl='/music'");

        Assert.Equal("Dial\nConference Room\nSay Please hold", TestSimulator.Text(one.Transcript));
        await _test.AdvanceAsync(3);
        var again = _test.Call(one.Sid).Transcript.Count;
        Assert.True(again > 3);
        await JoinAsync(string.Empty);
        await _test.AdvanceAsync(10);
        Assert.Equal(again, _test.Call(one.Sid).Transcript.Count);
    }

    [Fact]
    public async Task Participant_ThroughTheApi_IsMutedHeldAndPutOut()
    {
        var one = await JoinAsync("participantLabel='first' muted='true'");
        await JoinAsync(string.Empty);
        var participant = Conference.Participants[0];
        Assert.Equal((true, "first", one.Sid), (participant.IsMuted, participant.Label, participant.Call.Sid));

        _test.World.InTurn(() =>
        {
            ConferenceRoom.Mute(_test.World, Conference, participant, false);
            ConferenceRoom.Hold(_test.World, Conference, participant, true);
            ConferenceRoom.Remove(_test.World, Conference, participant);
        });
        await _test.World.WhenQuiet();

        Assert.Equal("Say done", TestSimulator.Text(_test.Call(one.Sid).Transcript).Split('\n')[^1]);
        Assert.Equal(["participant-unmute", "participant-hold", "participant-leave"], _test.Webhooks.Told("/events", "StatusCallbackEvent").Skip(3));
    }

    [Fact]
    public async Task Participant_CalledByTheApi_JoinsOnAnswer()
    {
        await JoinAsync(string.Empty);
        _test.World.InTurn(() => _test.Simulator.PlaceParticipant(
            Conference.Sid, new OutboundCall { To = TestSimulator.Other, From = TestSimulator.Number }, new Dictionary<string, string> { ["participantLabel"] = "<second>" }));

        Assert.Equal(("in-progress", "<second>"), (Conference.Status, Conference.Participants[1].Label));
    }

    [Fact]
    public async Task Conference_MaxParticipants_LetsNoMoreIn()
    {
        await JoinAsync("maxParticipants='2'");
        await JoinAsync("maxParticipants='2'");
        var third = await JoinAsync("maxParticipants='2'");

        Assert.Equal("completed", third.Status);
        Assert.Equal("failed", _test.Webhooks.Told("/done", "DialCallStatus")[^1]);
    }

    [Fact]
    public async Task Conference_Record_MakesARecordingOfTheConference()
    {
        var one = await JoinAsync("record='record-from-start'");
        await _test.AdvanceAsync(4);
        await _test.Simulator.HangUpAsync(one.Sid, TestContext.Current.CancellationToken);

        var recording = Assert.Single(_test.World.Calls.Recordings.Values);
        Assert.Equal((Conference.Sid, 4, "completed"), (recording.ConferenceSid, recording.Duration, recording.Status));
    }
}
