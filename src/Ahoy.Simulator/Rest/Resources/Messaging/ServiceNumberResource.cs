using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.Rest.Resources.Numbers;
using Ahoy.Simulator.Rest.Shapes;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Messaging;

/// <summary>The numbers of a Messaging Service: numbers of the account, each in one Service at most.</summary>
internal sealed class ServiceNumberResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = "/v1/Services/{ServiceSid}/PhoneNumbers";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        routes.Map("POST", MessagingHost.Name, Path, call => InTurn(() => Create(call)));
        routes.Map("GET", MessagingHost.Name, Path, call => InTurn(() => List(call)));
        routes.Map("GET", MessagingHost.Name, $"{Path}/{{Sid}}", call => InTurn(() => Answer(call, Find(call))));
        routes.Map("DELETE", MessagingHost.Name, $"{Path}/{{Sid}}", call => InTurn(() =>
        {
            Service(call).NumberSids.Remove(Find(call).Sid);
            return RestAnswer.NoContent;
        }));
    }

    private RestAnswer Create(RestCall call)
    {
        var service = Service(call);
        var sid = call.Parameters["PhoneNumberSid"]!;
        var number = Twilio.Phones.FindBySid(sid) ?? throw new TwilioErrorException(21701, $"The account has no phone number {sid}.", 404);
        if (Twilio.Phones.ServiceOf(number) is { } other)
        {
            throw other.Sid == service.Sid
                ? new TwilioErrorException(21710, "Phone Number is already in the Messaging Service.", 409)
                : new TwilioErrorException(21712, "Phone Number is associated with another Messaging Service.", 409);
        }

        service.NumberSids.Add(number.Sid);
        return new RestAnswer(201, Answer(call, number).Json);
    }

    private RestAnswer List(RestCall call)
    {
        var numbers = Service(call).NumberSids.Select(Twilio.Phones.FindBySid).OfType<PhoneNumber>();
        return List(call, numbers, number => number.Sid, number => Values(call, number), number => Self(call, number));
    }

    private MessagingService Service(RestCall call)
    {
        return Twilio.Phones.Services.GetValueOrDefault(call.PathValues["ServiceSid"]) ?? throw call.NotFound();
    }

    private PhoneNumber Find(RestCall call)
    {
        var sid = call.PathValues["Sid"];
        return Service(call).NumberSids.Contains(sid) && Twilio.Phones.FindBySid(sid) is { } number ? number : throw call.NotFound();
    }

    private static RestAnswer Answer(RestCall call, PhoneNumber number)
    {
        return Answer(call, Values(call, number), Self(call, number));
    }

    private static string Self(RestCall call, PhoneNumber number)
    {
        return $"/v1/Services/{call.PathValues["ServiceSid"]}/PhoneNumbers/{number.Sid}";
    }

    private static JsonObject Values(RestCall call, PhoneNumber number)
    {
        return new JsonObject
        {
            ["sid"] = number.Sid,
            ["service_sid"] = call.PathValues["ServiceSid"],
            ["phone_number"] = number.Number,
            ["country_code"] = NumberingPlan.Find(number.Number)?.Country ?? "US",
            ["capabilities"] = new JsonArray("Voice", "SMS", "MMS"),
            ["date_created"] = ApiDates.Iso8601(number.Created),
            ["date_updated"] = ApiDates.Iso8601(number.Updated),
        };
    }
}
