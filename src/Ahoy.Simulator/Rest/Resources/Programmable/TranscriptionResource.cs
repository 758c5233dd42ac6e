using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Transcriptions of recordings, which TwiML's Record asks for: the words that the handset said.</summary>
internal sealed class TranscriptionResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        foreach (var path in (string[])[$"{Account}/Transcriptions", $"{Account}/Recordings/{{RecordingSid}}/Transcriptions"])
        {
            Map(routes, "GET", $"{path}.json", call => List(call, In(call).Reverse(), item => item.TranscriptionSid!, Values, Self));
            Map(routes, "GET", $"{path}/{{Sid}}.json", call =>
            {
                var found = Find(call);
                return Answer(call, Values(found), Self(found));
            });
            Map(routes, "DELETE", $"{path}/{{Sid}}.json", call =>
            {
                Find(call).TranscriptionSid = null;
                return RestAnswer.NoContent;
            });
        }
    }

    private Recording Find(RestCall call)
    {
        return In(call).FirstOrDefault(item => item.TranscriptionSid == call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private IEnumerable<Recording> In(RestCall call)
    {
        var all = Twilio.Calls.Recordings;
        if (call.PathValues.GetValueOrDefault("RecordingSid") is { } sid && !all.ContainsKey(sid))
        {
            throw call.NotFound();
        }

        return all.Values.Where(item => item.TranscriptionSid is not null && item.Sid == (call.PathValues.GetValueOrDefault("RecordingSid") ?? item.Sid));
    }

    private string Self(Recording item)
    {
        return Self($"Transcriptions/{item.TranscriptionSid}");
    }

    private static JsonObject Values(Recording item)
    {
        return new JsonObject
        {
            ["sid"] = item.TranscriptionSid,
            ["recording_sid"] = item.Sid,
            ["status"] = "completed",
            ["type"] = "fast",
            ["transcription_text"] = item.Text ?? string.Empty,
            ["duration"] = item.Duration?.ToString(CultureInfo.InvariantCulture),
            ["price"] = null,
            ["price_unit"] = "USD",
            ["date_created"] = Date(item.Updated),
            ["date_updated"] = Date(item.Updated),
        };
    }
}
