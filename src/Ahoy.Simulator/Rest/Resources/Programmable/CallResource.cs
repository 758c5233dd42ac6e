using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources.Numbers;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Calls, in and out, of the simulated world.</summary>
internal sealed class CallResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Calls";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "POST", $"{Path}.json", call => Answer(call, Simulator.PlaceCall(Read(call), call.Request.Cause)));
        Map(routes, "GET", $"{Path}.json", call => List(call, Twilio.Calls.All.Reverse().Where(item => IsListed(call, item)), item => item.Sid, Values, Self));
        Map(routes, "GET", $"{Path}/{{Sid}}.json", call => Answer(call, Find(call)));
        Map(routes, "POST", $"{Path}/{{Sid}}.json", Update);
        Map(routes, "DELETE", $"{Path}/{{Sid}}.json", call =>
        {
            Twilio.Calls.Delete(Find(call));
            return RestAnswer.NoContent;
        });
    }

    /// <summary>What calls and participants of conferences have in common.</summary>
    internal static OutboundCall Read(RestCall call)
    {
        return new OutboundCall
        {
            To = Text(call, "To"),
            From = Text(call, "CallerId") ?? Text(call, "From"),
            Url = Text(call, "Url"),
            Method = Method(call, "Method"),
            Twiml = Text(call, "Twiml"),
            ApplicationSid = Text(call, "ApplicationSid"),
            FallbackUrl = Text(call, "FallbackUrl"),
            FallbackMethod = Method(call, "FallbackMethod"),
            StatusCallback = Text(call, "StatusCallback"),
            StatusCallbackMethod = Method(call, "StatusCallbackMethod"),
            StatusCallbackEvents = Words(call, "StatusCallbackEvent"),
            Timeout = call.Parameters.Int("Timeout") ?? 60,
            TimeLimit = call.Parameters.Int("TimeLimit") ?? 14_400,
            SendDigits = Text(call, "SendDigits"),
            MachineDetection = Text(call, "MachineDetection"),
            IsMachineDetectionAsync = call.Parameters.Bool("AsyncAmd") ?? false,
            AsyncMachineDetectionCallback = Text(call, "AsyncAmdStatusCallback"),
            AsyncMachineDetectionCallbackMethod = Method(call, "AsyncAmdStatusCallbackMethod"),
            Record = call.Parameters.Bool("Record") ?? false,
            RecordingChannels = Text(call, "RecordingChannels") ?? "mono",
            RecordingStatusCallback = Text(call, "RecordingStatusCallback"),
            RecordingStatusCallbackMethod = Method(call, "RecordingStatusCallbackMethod"),
            RecordingStatusCallbackEvents = Words(call, "RecordingStatusCallbackEvent"),
        };
    }

    private RestAnswer Update(RestCall call)
    {
        var found = Find(call);
        Simulator.UpdateCall(found, new CallUpdate
        {
            Status = Text(call, "Status") switch { null => null, "canceled" => CallStatus.Canceled, _ => CallStatus.Completed },
            Url = Text(call, "Url"),
            Method = Method(call, "Method"),
            Twiml = Text(call, "Twiml"),
            FallbackUrl = Text(call, "FallbackUrl"),
            FallbackMethod = Method(call, "FallbackMethod"),
            StatusCallback = Text(call, "StatusCallback"),
            StatusCallbackMethod = Method(call, "StatusCallbackMethod"),
        });
        return Answer(call, found);
    }

    private Call Find(RestCall call)
    {
        return Twilio.Calls.Find(call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private static bool IsListed(RestCall call, Call item)
    {
        return Is(call, "To", item.To) && Is(call, "From", item.From) && Is(call, "ParentCallSid", item.ParentSid) && Is(call, "Status", Status(item))
            && DateFilter.Matches(call, "StartTime", item.Created) && DateFilter.Matches(call, "EndTime", item.Ended);
    }

    private RestAnswer Answer(RestCall call, Call item)
    {
        return Answer(call, Values(item), Self(item));
    }

    private string Self(Call item)
    {
        return Self($"Calls/{item.Sid}");
    }

    /// <summary>The API has no `initiated`: a call that is dialled is still queued.</summary>
    private static string Status(Call item)
    {
        return item.Status == CallStatus.Initiated ? "queued" : item.Status.Name();
    }

    private static JsonObject Values(Call item)
    {
        return new JsonObject
        {
            ["sid"] = item.Sid,
            ["parent_call_sid"] = item.ParentSid,
            ["from"] = item.From,
            ["from_formatted"] = Formatted(item.From),
            ["to"] = item.To,
            ["to_formatted"] = Formatted(item.To),
            ["phone_number_sid"] = item.PhoneNumberSid,
            ["status"] = Status(item),
            ["direction"] = item.Direction,
            ["start_time"] = Date(item.Answered ?? item.Ended),
            ["end_time"] = Date(item.Ended),
            ["duration"] = item.DurationText,
            ["price"] = null,
            ["price_unit"] = "USD",
            ["answered_by"] = item.AnsweredBy,
            ["queue_time"] = "0",
            ["date_created"] = Date(item.Created),
            ["date_updated"] = Date(item.Updated),
        };
    }

    private static string Formatted(string address)
    {
        return address.StartsWith("+1", StringComparison.Ordinal) ? NumberingPlan.NationalFormat(address) : address;
    }
}
