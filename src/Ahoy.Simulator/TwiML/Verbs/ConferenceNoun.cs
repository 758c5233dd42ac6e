using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Conference</c> in Dial: the caller joins a conference, and waits for it to start.</summary>
internal static class ConferenceNoun
{
    /// <summary>The attributes that mean something here.</summary>
    public static IReadOnlyCollection<string> Obeyed { get; } =
    [
        "muted", "startConferenceOnEnter", "endConferenceOnExit", "participantLabel", "maxParticipants", "record", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "waitUrl", "waitMethod",
        "coach",
    ];

    /// <summary>Joins, and stays until it ends.</summary>
    public static async WorldTask<List<KeyValuePair<string, string>>> RunAsync(CallMachine machine, TwiMLElement dial, TwiMLElement element, TimeSpan limit)
    {
        var world = machine.World;
        machine.Step(element, Obeyed, text: element.Text);
        machine.PickUp();
        var conference = world.Calls.ConferenceOf(element.Text);
        if (conference.Participants.Count >= machine.Number(element, "maxParticipants", 250, least: 2))
        {
            machine.Alert("Conference", 16020, $"Conference: {conference.FriendlyName} is full.", null);
            return [new("DialCallStatus", "failed"), new("ConferenceSid", conference.Sid)];
        }

        Configure(machine, element, conference);
        var participant = new Participant
        {
            Call = machine.Call,
            Label = element.Attribute("participantLabel"),
            IsMuted = CallMachine.Flag(element, "muted"),
            StartsConference = CallMachine.Flag(element, "startConferenceOnEnter", otherwise: true),
            EndsConference = CallMachine.Flag(element, "endConferenceOnExit"),
            CallSidToCoach = element.Attribute("coach"),
            WaitDocument = element.Attribute("waitUrl") is { Length: > 0 } ? machine.ActionOf(element, "waitUrl", "waitMethod") : null,
            Created = world.Now,
            Updated = world.Now,
        };
        var joined = world.Now;
        ConferenceRoom.Join(world, conference, participant);
        var isOverTime = false;
        var timer = world.After(limit, TimerKind.Patience, machine.Call.Activity, () =>
        {
            isOverTime = true;
            machine.Signal();
        });
        bool HasLeft() => !conference.Participants.Contains(participant) || isOverTime || machine.StarWasPressed;
        await StayAsync(machine, conference, participant, HasLeft);
        world.Cancel(timer);
        ConferenceRoom.Leave(world, conference, participant);
        return
        [
            new("DialCallStatus", "answered"),
            new("DialCallSid", machine.Call.Sid),
            new("DialCallDuration", Math.Ceiling((world.Now - joined).TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            new("ConferenceSid", conference.Sid),
        ];
    }

    /// <summary>Hears music until the conference starts and while on hold, and what is announced.</summary>
    private static async WorldTask<Nothing> StayAsync(CallMachine machine, Conference conference, Participant participant, Func<bool> hasLeft)
    {
        bool HearsMusic() => conference.Status == "init" || participant.IsOnHold;
        CallDocument? Music() => conference.Status == "init" ? participant.WaitDocument : participant.HoldDocument;
        while (!hasLeft() && !machine.ShouldStop)
        {
            if (machine.Announcements.TryDequeue(out var announcement))
            {
                await machine.UntilAsync(hasLeft, () => machine.PlayAsync(announcement.Document, announcement.Url));
                announcement.Finished();
            }
            else if (HearsMusic())
            {
                var music = Music();
                await machine.UntilAsync(
                    () => hasLeft() || !HearsMusic() || Music() != music || machine.Announcements.Count > 0,
                    () => machine.HoldAsync(music, () => [new("ConferenceSid", conference.Sid), new("FriendlyName", conference.FriendlyName)]));
            }
            else
            {
                await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
            }
        }

        while (machine.Announcements.TryDequeue(out var unheard))
        {
            unheard.Finished();
        }

        return default;
    }

    /// <summary>The first who says what is told of the conference, and whether it is recorded, decides it.</summary>
    private static void Configure(CallMachine machine, TwiMLElement element, Conference conference)
    {
        var world = machine.World;
        if (conference.Callback is null && machine.ActionOf(element, "statusCallback", "statusCallbackMethod") is { } callback)
        {
            var events = RecordingAttributes.Words(element, "statusCallbackEvent");
            conference.Callback = new ConferenceCallback
            {
                Url = callback.Url!,
                Method = callback.Method,
                Events = events.Length == 0 ? ["start", "end"] : events,
                Queue = new CallbackQueue(world),
            };
        }

        if (conference.Recording is null && element.Attribute("record") is "record-from-start" or "true")
        {
            conference.Recording = world.Calls.StartRecording(machine.Call.Sid, conference.Sid, RecordingAttributes.Read(machine, element, "Conference"));
        }
    }
}
