using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Conferences, which calls make by joining.</summary>
internal sealed class ConferenceResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Conferences";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "GET", $"{Path}.json", call => List(call, Twilio.Calls.Conferences.Values.Reverse().Where(conference => IsListed(call, conference)), conference => conference.Sid, Values, Self));
        Map(routes, "GET", $"{Path}/{{Sid}}.json", call => Answer(call, Find(call)));
        Map(routes, "POST", $"{Path}/{{Sid}}.json", Update);
    }

    private RestAnswer Update(RestCall call)
    {
        var conference = Find(call);
        if (Text(call, "Status") is not null)
        {
            ConferenceRoom.End(Twilio, conference, "conference-ended-via-api", null);
        }
        else if (Text(call, "AnnounceUrl") is { } url)
        {
            if (conference.IsOver)
            {
                throw call.NotFound();
            }

            Simulator.Announce(conference, null, url, Method(call, "AnnounceMethod"));
        }

        return Answer(call, conference);
    }

    private Conference Find(RestCall call)
    {
        return Twilio.Calls.Conferences.GetValueOrDefault(call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private static bool IsListed(RestCall call, Conference conference)
    {
        return Is(call, "FriendlyName", conference.FriendlyName) && Is(call, "Status", conference.Status)
            && DateFilter.Matches(call, "DateCreated", conference.Created) && DateFilter.Matches(call, "DateUpdated", conference.Updated);
    }

    private RestAnswer Answer(RestCall call, Conference conference)
    {
        return Answer(call, Values(conference), Self(conference));
    }

    private string Self(Conference conference)
    {
        return Self($"Conferences/{conference.Sid}");
    }

    private static JsonObject Values(Conference conference)
    {
        return new JsonObject
        {
            ["sid"] = conference.Sid,
            ["friendly_name"] = conference.FriendlyName,
            ["status"] = conference.Status,
            ["region"] = "us1",
            ["reason_conference_ended"] = conference.ReasonEnded,
            ["call_sid_ending_conference"] = conference.CallSidEnding,
            ["date_created"] = Date(conference.Created),
            ["date_updated"] = Date(conference.Updated),
        };
    }
}
