using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>
/// Recordings: of the account, of a call, of a conference. There is no sound in the simulated world: the file of a recording, which is asked
/// for with `.wav` or `.mp3` or nothing after the SID, is silence of the recording's length.
/// </summary>
internal sealed class RecordingResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string OfCall = $"{Account}/Calls/{{CallSid}}/Recordings";
    private const string OfConference = $"{Account}/Conferences/{{ConferenceSid}}/Recordings";
    private const string Current = "Twilio.CURRENT";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        foreach (var path in (string[])[$"{Account}/Recordings", OfCall, OfConference])
        {
            Map(routes, "GET", $"{path}.json", call => List(call, In(call).Reverse().Where(recording => IsListed(call, recording)), recording => recording.Sid, Values, recording => Self(call, recording)));
            Map(routes, "GET", $"{path}/{{Sid}}.json", Fetch);
            Map(routes, "DELETE", $"{path}/{{Sid}}.json", Delete);
        }

        Map(routes, "POST", $"{OfCall}.json", Create);
        Map(routes, "POST", $"{OfCall}/{{Sid}}.json", Update);
        Map(routes, "POST", $"{OfConference}/{{Sid}}.json", Update);
    }

    private RestAnswer Create(RestCall call)
    {
        var found = Twilio.Calls.Find(call.PathValues["CallSid"]) ?? throw call.NotFound();
        if (found is not { Machine: { } machine, Status: CallStatus.InProgress })
        {
            throw new TwilioErrorException(21220, "Requested resource is not eligible for recording");
        }

        var recording = machine.StartRecording(new RecordingOptions
        {
            Source = "StartCallRecordingAPI",
            Channels = Text(call, "RecordingChannels") == "dual" ? 2 : 1,
            StatusCallback = Text(call, "RecordingStatusCallback"),
            StatusCallbackMethod = Method(call, "RecordingStatusCallbackMethod"),
            Events = Words(call, "RecordingStatusCallbackEvent"),
        });
        return new RestAnswer(201, Answer(call, Values(recording), Self(call, recording)).Json);
    }

    private RestAnswer Update(RestCall call)
    {
        var recording = call.PathValues["Sid"] == Current
            ? In(call).LastOrDefault(item => item.Status is "in-progress" or "paused") ?? throw call.NotFound()
            : Find(call);
        if (recording.Status is not ("in-progress" or "paused"))
        {
            throw new TwilioErrorException(21220, "The recording is over.");
        }

        switch (Text(call, "Status"))
        {
            case "stopped":
                Twilio.Calls.FinishRecording(recording, Twilio.Now - recording.Started, null);
                break;
            case "paused":
                Twilio.Calls.PauseRecording(recording, skips: Text(call, "PauseBehavior") == "skip");
                break;
            case "in-progress":
                Twilio.Calls.ResumeRecording(recording);
                break;
            default:
                throw RestErrors.Invalid("Status", "it has to be one of stopped, paused, in-progress");
        }

        return Answer(call, Values(recording), Self(call, recording));
    }

    private RestAnswer Fetch(RestCall call)
    {
        var recording = Find(call);
        if (call.Extension == "json")
        {
            return Answer(call, Values(recording), Self(call, recording));
        }

        return recording.Duration is { } seconds
            ? new RestAnswer(200) { ContentType = "audio/x-wav", Content = Silence.Wave(TimeSpan.FromSeconds(seconds), recording.Channels) }
            : throw call.NotFound();
    }

    private RestAnswer Delete(RestCall call)
    {
        Twilio.Calls.Recordings.Remove(Find(call).Sid);
        return RestAnswer.NoContent;
    }

    private Recording Find(RestCall call)
    {
        return In(call).FirstOrDefault(recording => recording.Sid == call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    /// <summary>The recordings of the call or conference that the path names, which has to be there.</summary>
    private IEnumerable<Recording> In(RestCall call)
    {
        if (call.PathValues.GetValueOrDefault("CallSid") is { } callSid)
        {
            return Twilio.Calls.Find(callSid) is not null ? Twilio.Calls.Recordings.Values.Where(recording => recording.CallSid == callSid) : throw call.NotFound();
        }

        if (call.PathValues.GetValueOrDefault("ConferenceSid") is { } conferenceSid)
        {
            return Twilio.Calls.Conferences.ContainsKey(conferenceSid) ? Twilio.Calls.Recordings.Values.Where(recording => recording.ConferenceSid == conferenceSid) : throw call.NotFound();
        }

        return Twilio.Calls.Recordings.Values;
    }

    private static bool IsListed(RestCall call, Recording recording)
    {
        return Is(call, "CallSid", recording.CallSid) && Is(call, "ConferenceSid", recording.ConferenceSid) && DateFilter.Matches(call, "DateCreated", recording.Started);
    }

    private string Self(RestCall call, Recording recording)
    {
        return call.PathValues.ContainsKey("CallSid") ? Self($"Calls/{recording.CallSid}/Recordings/{recording.Sid}")
            : call.PathValues.ContainsKey("ConferenceSid") ? Self($"Conferences/{recording.ConferenceSid}/Recordings/{recording.Sid}")
            : Self($"Recordings/{recording.Sid}");
    }

    private JsonObject Values(Recording recording)
    {
        return new JsonObject
        {
            ["sid"] = recording.Sid,
            ["call_sid"] = recording.CallSid,
            ["conference_sid"] = recording.ConferenceSid,
            ["status"] = recording.Status,
            ["channels"] = recording.Channels,
            ["source"] = recording.Source == "StartCallRecordingTwiML" ? "StartCallRecordingAPI" : recording.Source,
            ["start_time"] = Date(recording.Started),
            ["duration"] = recording.Duration?.ToString(CultureInfo.InvariantCulture),
            ["price"] = null,
            ["price_unit"] = "USD",
            ["track"] = "both",
            ["media_url"] = Twilio.Calls.UrlOf(recording),
            ["date_created"] = Date(recording.Started),
            ["date_updated"] = Date(recording.Updated),
        };
    }
}
