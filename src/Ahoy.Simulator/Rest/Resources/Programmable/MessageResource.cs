using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.Rest.Resources.Programmable;

/// <summary>Messages, in and out, of the simulated world.</summary>
internal sealed class MessageResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/Messages";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        Map(routes, "POST", $"{Path}.json", Create);
        Map(routes, "GET", $"{Path}.json", call => List(call, Twilio.Messages.All.Reverse().Where(message => IsListed(call, message)), message => message.Sid, Values, Self));
        Map(routes, "GET", $"{Path}/{{Sid}}.json", call => Answer(call, Find(call)));
        Map(routes, "POST", $"{Path}/{{Sid}}.json", Update);
        Map(routes, "DELETE", $"{Path}/{{Sid}}.json", call =>
        {
            Twilio.Messages.Delete(Find(call));
            return RestAnswer.NoContent;
        });
    }

    private RestAnswer Create(RestCall call)
    {
        var isScheduled = Text(call, "ScheduleType") is not null;
        var sendAt = ApiDates.Parse(Text(call, "SendAt"));
        if (isScheduled && sendAt is null)
        {
            throw new TwilioErrorException(35111, "'SendAt' parameter is required for a message with 'ScheduleType'.");
        }

        var message = Twilio.Messages.Send(
            new OutboundMessage
            {
                To = Text(call, "To"),
                From = Text(call, "From"),
                MessagingServiceSid = Text(call, "MessagingServiceSid"),
                Body = Text(call, "Body") ?? Content(call) ?? call.Parameters["Body"],
                MediaUrls = [.. call.Parameters.Values("MediaUrl").Where(url => url.Length > 0)],
                StatusCallback = Text(call, "StatusCallback"),
                ApplicationSid = Text(call, "ApplicationSid"),
                SendAt = isScheduled ? sendAt : null,
            },
            Twilio.ActivityOf(call.Request.Cause) ?? TracedActivity());
        return Answer(call, message);
    }

    // What nobody traces belongs to nobody.
    private Activity? TracedActivity() => System.Diagnostics.Activity.Current is null ? null : Twilio.NewActivity();

    /// <summary>Templates aren't simulated: the message says which one it would be, and with what.</summary>
    private static string? Content(RestCall call)
    {
        return Text(call, "ContentSid") is { } sid ? $"{sid} {Text(call, "ContentVariables")}".TrimEnd() : null;
    }

    private RestAnswer Update(RestCall call)
    {
        var message = Find(call);
        if (call.Parameters["Body"] is { } body)
        {
            if (body.Length > 0)
            {
                throw RestErrors.Invalid("Body", "the body of a message can only be made empty");
            }

            Twilio.Messages.Redact(message);
        }

        if (Text(call, "Status") is not null)
        {
            Twilio.Messages.Cancel(message);
        }

        return Answer(call, message);
    }

    private Message Find(RestCall call)
    {
        return Twilio.Messages.Find(call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private static bool IsListed(RestCall call, Message message)
    {
        return Is(call, "To", message.To) && Is(call, "From", message.From) && DateFilter.Matches(call, "DateSent", message.Sent);
    }

    private RestAnswer Answer(RestCall call, Message message)
    {
        return Answer(call, Values(message), Self(message));
    }

    private string Self(Message message)
    {
        return Self($"Messages/{message.Sid}");
    }

    private static JsonObject Values(Message message)
    {
        return new JsonObject
        {
            ["sid"] = message.Sid,
            ["body"] = message.Body,
            ["from"] = message.From,
            ["to"] = message.To,
            ["direction"] = message.Direction,
            ["status"] = message.Status.Name(),
            ["num_segments"] = message.Segments.ToString(CultureInfo.InvariantCulture),
            ["num_media"] = message.Media.Count.ToString(CultureInfo.InvariantCulture),
            ["messaging_service_sid"] = message.MessagingServiceSid,
            ["error_code"] = message.ErrorCode,
            ["error_message"] = message.ErrorCode is null ? null : "The handset refuses messages with this code.",
            ["price"] = null,
            ["price_unit"] = "USD",
            ["date_created"] = Date(message.Created),
            ["date_updated"] = Date(message.Updated),
            ["date_sent"] = Date(message.Sent),
        };
    }
}
