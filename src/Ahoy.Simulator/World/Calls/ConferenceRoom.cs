using System.Globalization;

namespace Ahoy.Simulator.World;

/// <summary>What happens in conferences. To be used in the world's turn.</summary>
internal static class ConferenceRoom
{
    /// <summary>Somebody joins. A conference starts when two are in it, and one of them is to start it.</summary>
    public static void Join(TwilioWorld world, Conference conference, Participant participant)
    {
        conference.Participants.Add(participant);
        conference.Updated = world.Now;
        Tell(world, conference, "join", "participant-join", participant);
        if (conference.Status == "init" && conference.Participants.Count >= 2 && conference.Participants.Exists(p => p.StartsConference))
        {
            conference.Status = "in-progress";
            Tell(world, conference, "start", "conference-start", participant);
            SignalAll(conference);
        }
    }

    /// <summary>Somebody leaves. A conference ends with whom it is to end with, and with the last.</summary>
    public static void Leave(TwilioWorld world, Conference conference, Participant participant)
    {
        if (!conference.Participants.Remove(participant))
        {
            return;
        }

        conference.Updated = world.Now;
        Tell(world, conference, "leave", "participant-leave", participant);
        if (!conference.IsOver && (participant.EndsConference || conference.Participants.Count == 0))
        {
            End(
                world,
                conference,
                participant.EndsConference ? "participant-with-end-conference-on-exit-left" : "last-participant-left",
                participant);
        }
    }

    /// <summary>Ends a conference: each who is in it goes on with what comes after.</summary>
    public static void End(TwilioWorld world, Conference conference, string reason, Participant? by)
    {
        if (conference.IsOver)
        {
            return;
        }

        conference.Status = "completed";
        conference.ReasonEnded = reason;
        conference.CallSidEnding = by?.Call.Sid;
        conference.Updated = world.Now;
        if (conference.Recording is { } recording)
        {
            world.Calls.FinishRecording(recording, world.Now - recording.Started, null);
        }

        // Those who are put out leave before the end is told, as they do on the platform.
        foreach (var participant in conference.Participants.ToArray())
        {
            conference.Participants.Remove(participant);
            Tell(world, conference, "leave", "participant-leave", participant);
            participant.Call.Machine?.Signal();
        }

        Tell(world, conference, "end", "conference-end", by);
    }

    /// <summary>Changes whether somebody is heard.</summary>
    public static void Mute(TwilioWorld world, Conference conference, Participant participant, bool isMuted)
    {
        if (participant.IsMuted != isMuted)
        {
            participant.IsMuted = isMuted;
            participant.Updated = world.Now;
            Tell(world, conference, "mute", isMuted ? "participant-mute" : "participant-unmute", participant);
        }
    }

    /// <summary>Changes whether somebody is on hold.</summary>
    public static void Hold(TwilioWorld world, Conference conference, Participant participant, bool isOnHold)
    {
        if (participant.IsOnHold != isOnHold)
        {
            participant.IsOnHold = isOnHold;
            participant.Updated = world.Now;
            Tell(world, conference, "hold", isOnHold ? "participant-hold" : "participant-unhold", participant);
            participant.Call.Machine?.Signal();
        }
    }

    /// <summary>Tells that something else was changed of somebody.</summary>
    public static void Modified(TwilioWorld world, Conference conference, Participant participant)
    {
        participant.Updated = world.Now;
        Tell(world, conference, "modify", "participant-modify", participant);
        participant.Call.Machine?.Signal();
    }

    /// <summary>Tells that an announcement was heard, or could not be played.</summary>
    public static void TellAnnouncement(TwilioWorld world, Conference conference, Participant? only, string url, string? problem) => Tell(
        world, conference, "announcement", problem is null ? "announcement-end" : "announcement-fail", only,
        problem is null ? [new("AnnounceUrl", url)] : [new("AnnounceUrl", url), new("ReasonAnnouncementFailed", problem)]);

    /// <summary>Puts somebody out, who goes on with what comes after.</summary>
    public static void Remove(TwilioWorld world, Conference conference, Participant participant)
    {
        participant.IsRemoved = true;
        Leave(world, conference, participant);
        participant.Call.Machine?.Signal();
    }

    private static void SignalAll(Conference conference)
    {
        foreach (var participant in conference.Participants)
        {
            participant.Call.Machine?.Signal();
        }
    }

    private static void Tell(
        TwilioWorld world, Conference conference, string kind, string name, Participant? participant,
        IReadOnlyList<KeyValuePair<string, string>>? more = null)
    {
        if (conference.Callback is not { } callback || !callback.Events.Contains(kind))
        {
            return;
        }

        var parameters = new List<KeyValuePair<string, string>>
        {
            new("AccountSid", world.Account.Sid),
            new("ConferenceSid", conference.Sid),
            new("FriendlyName", conference.FriendlyName),
            new("StatusCallbackEvent", name),
            new("SequenceNumber", callback.Number++.ToString(CultureInfo.InvariantCulture)),
            new("Timestamp", world.Now.ToString("r", CultureInfo.InvariantCulture)),
        };
        parameters.AddRange(more ?? []);
        if (kind == "end")
        {
            parameters.Add(new("ReasonConferenceEnded", conference.ReasonEnded!));
            if (conference.CallSidEnding is { } ending)
            {
                parameters.Add(new("CallSidEndingConference", ending));
            }
        }

        if (participant is not null && kind is not "end")
        {
            parameters.Add(new("CallSid", participant.Call.Sid));
            parameters.Add(new("Muted", participant.IsMuted ? "true" : "false"));
            parameters.Add(new("Hold", participant.IsOnHold ? "true" : "false"));
            parameters.Add(new("Coaching", participant.CallSidToCoach is null ? "false" : "true"));
            parameters.Add(new("StartConferenceOnEnter", participant.StartsConference ? "true" : "false"));
            parameters.Add(new("EndConferenceOnExit", participant.EndsConference ? "true" : "false"));
            if (participant.Label is { } label)
            {
                parameters.Add(new("ParticipantLabel", label));
            }
        }

        callback.Queue.Add(new Callback(participant?.Call.Activity, callback.Method, callback.Url, parameters, conference.Sid));
    }
}
