using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Participants of a conference, found by their call or their label. Making one calls somebody, and makes the conference of a name that has none.</summary>
internal sealed class ParticipantResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Conferences/{{ConferenceSid}}/Participants";

    private static readonly (string Parameter, string Attribute)[] s_attributes =
    [
        ("Muted", "muted"), ("Beep", "beep"), ("StartConferenceOnEnter", "startConferenceOnEnter"), ("EndConferenceOnExit", "endConferenceOnExit"),
        ("WaitUrl", "waitUrl"), ("WaitMethod", "waitMethod"), ("MaxParticipants", "maxParticipants"), ("ConferenceRecord", "record"), ("ConferenceTrim", "trim"),
        ("ConferenceStatusCallback", "statusCallback"), ("ConferenceStatusCallbackMethod", "statusCallbackMethod"), ("Label", "participantLabel"),
        ("ConferenceRecordingStatusCallback", "recordingStatusCallback"), ("ConferenceRecordingStatusCallbackMethod", "recordingStatusCallbackMethod"),
        ("CallSidToCoach", "coach"),
    ];

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "GET", $"{Path}.json", call =>
        {
            var conference = Conference(call);
            return List(call, conference.Participants.Where(item => IsListed(call, item)), item => item.Call.Sid, item => Values(conference, item), item => Self(conference, item.Call.Sid));
        });
        Map(routes, "POST", $"{Path}.json", Create);
        Map(routes, "GET", $"{Path}/{{CallSid}}.json", call => Answer(call, Conference(call), Find(call)));
        Map(routes, "POST", $"{Path}/{{CallSid}}.json", Update);
        Map(routes, "DELETE", $"{Path}/{{CallSid}}.json", call =>
        {
            ConferenceRoom.Remove(Twilio, Conference(call), Find(call));
            return RestAnswer.NoContent;
        });
    }

    private RestAnswer Create(RestCall call)
    {
        var name = call.PathValues["ConferenceSid"];
        var conference = Twilio.Calls.Conferences.GetValueOrDefault(name) ?? (Sid.Is(name, "CF") ? throw call.NotFound() : Twilio.Calls.ConferenceOf(name));
        if (conference.IsOver)
        {
            throw call.NotFound();
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, attribute) in s_attributes)
        {
            if (Text(call, parameter) is { } value)
            {
                attributes[attribute] = value;
            }
        }

        if (Words(call, "ConferenceStatusCallbackEvent") is { Count: > 0 } events)
        {
            attributes["statusCallbackEvent"] = string.Join(' ', events);
        }

        var placed = Simulator.PlaceParticipant(conference.Sid, CallResource.Read(call), attributes, call.Request.Cause);
        call.PathValues["ConferenceSid"] = conference.Sid;
        var values = new JsonObject
        {
            ["call_sid"] = placed.Sid,
            ["label"] = Text(call, "Label"),
            ["muted"] = call.Parameters.Bool("Muted") ?? false,
            ["hold"] = false,
            ["coaching"] = call.Parameters.Bool("Coaching") ?? false,
            ["call_sid_to_coach"] = Text(call, "CallSidToCoach"),
            ["start_conference_on_enter"] = call.Parameters.Bool("StartConferenceOnEnter") ?? true,
            ["end_conference_on_exit"] = call.Parameters.Bool("EndConferenceOnExit") ?? false,
            ["status"] = "queued",
            ["queue_time"] = "0",
        };
        return Answer(call, values, Self(conference, placed.Sid));
    }

    private RestAnswer Update(RestCall call)
    {
        var (conference, participant) = (Conference(call), Find(call));
        if (Text(call, "HoldUrl") is { } holdUrl)
        {
            participant.HoldDocument = TwilioSimulator.Music(holdUrl, Method(call, "HoldMethod", "GET"));
        }

        if (Text(call, "WaitUrl") is { } waitUrl)
        {
            participant.WaitDocument = TwilioSimulator.Music(waitUrl, Method(call, "WaitMethod"));
            participant.Call.Machine?.Signal();
        }

        if (call.Parameters.Bool("Muted") is { } muted)
        {
            ConferenceRoom.Mute(Twilio, conference, participant, muted);
        }

        if (call.Parameters.Bool("Hold") is { } hold)
        {
            ConferenceRoom.Hold(Twilio, conference, participant, hold);
        }

        var coached = call.Parameters.Bool("Coaching") == false ? null : Text(call, "CallSidToCoach") ?? participant.CallSidToCoach;
        var ends = call.Parameters.Bool("EndConferenceOnExit") ?? participant.EndsConference;
        if (coached != participant.CallSidToCoach || ends != participant.EndsConference)
        {
            (participant.CallSidToCoach, participant.EndsConference) = (coached, ends);
            ConferenceRoom.Modified(Twilio, conference, participant);
        }

        if (Text(call, "AnnounceUrl") is { } announceUrl)
        {
            Simulator.Announce(conference, participant, announceUrl, Method(call, "AnnounceMethod"));
        }

        return Answer(call, conference, participant);
    }

    private Conference Conference(RestCall call)
    {
        return Twilio.Calls.Conferences.GetValueOrDefault(call.PathValues["ConferenceSid"]) ?? throw call.NotFound();
    }

    private Participant Find(RestCall call)
    {
        var name = call.PathValues["CallSid"];
        var found = Conference(call).Participants.Find(participant => participant.Call.Sid == name || participant.Label == name) ?? throw call.NotFound();
        call.PathValues["CallSid"] = found.Call.Sid;
        return found;
    }

    private static bool IsListed(RestCall call, Participant participant)
    {
        return (call.Parameters.Bool("Muted") ?? participant.IsMuted) == participant.IsMuted && (call.Parameters.Bool("Hold") ?? participant.IsOnHold) == participant.IsOnHold;
    }

    private RestAnswer Answer(RestCall call, Conference conference, Participant participant)
    {
        return new RestAnswer(200, AnswerShape.Build(call, call.Operation.Answer!, Values(conference, participant), Self(conference, participant.Call.Sid)));
    }

    private string Self(Conference conference, string callSid)
    {
        return Self($"Conferences/{conference.Sid}/Participants/{callSid}");
    }

    private static JsonObject Values(Conference conference, Participant participant)
    {
        return new JsonObject
        {
            ["call_sid"] = participant.Call.Sid,
            ["conference_sid"] = conference.Sid,
            ["label"] = participant.Label,
            ["muted"] = participant.IsMuted,
            ["hold"] = participant.IsOnHold,
            ["coaching"] = participant.CallSidToCoach is not null,
            ["call_sid_to_coach"] = participant.CallSidToCoach,
            ["start_conference_on_enter"] = participant.StartsConference,
            ["end_conference_on_exit"] = participant.EndsConference,
            ["status"] = "connected",
            ["queue_time"] = "0",
            ["date_created"] = Date(participant.Created),
            ["date_updated"] = Date(participant.Updated),
        };
    }
}
