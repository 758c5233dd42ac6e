using System.Globalization;

namespace Ahoy.Simulator.World;

/// <summary>What webhooks of messages are told.</summary>
internal static class MessageParameters
{
    /// <summary>The version of the API that webhooks name.</summary>
    public const string ApiVersion = "2010-04-01";

    /// <summary>What a webhook is told of an inbound message.</summary>
    public static List<KeyValuePair<string, string>> OfInbound(TwilioWorld world, Message message)
    {
        var from = AreaCodes.Find(message.From!);
        var to = AreaCodes.Find(message.To);
        var parameters = new List<KeyValuePair<string, string>>(24)
        {
            new("ToCountry", to.Country),
            new("ToState", to.State),
            new("SmsMessageSid", message.Sid),
            new("NumMedia", Text(message.Media.Count)),
            new("ToCity", to.City),
            new("FromZip", from.Zip),
            new("SmsSid", message.Sid),
            new("FromState", from.State),
            new("SmsStatus", "received"),
            new("FromCity", from.City),
            new("Body", message.Body),
            new("FromCountry", from.Country),
            new("To", message.To),
        };
        if (message.MessagingServiceSid is { } service)
        {
            parameters.Add(new("MessagingServiceSid", service));
        }

        parameters.Add(new("ToZip", to.Zip));
        parameters.Add(new("NumSegments", Text(message.Segments)));
        parameters.Add(new("MessageSid", message.Sid));
        parameters.Add(new("AccountSid", world.Account.Sid));
        parameters.Add(new("From", message.From!));
        parameters.Add(new("ApiVersion", ApiVersion));
        for (var i = 0; i < message.Media.Count; i++)
        {
            parameters.Add(new($"MediaContentType{Text(i)}", message.Media[i].ContentType));
            parameters.Add(new($"MediaUrl{Text(i)}", message.Media[i].Url));
        }

        return parameters;
    }

    /// <summary>What a status callback is told.</summary>
    public static List<KeyValuePair<string, string>> OfStatus(TwilioWorld world, Message message)
    {
        var parameters = new List<KeyValuePair<string, string>>(10)
        {
            new("SmsSid", message.Sid),
            new("SmsStatus", message.Status.Name()),
            new("MessageStatus", message.Status.Name()),
            new("To", message.To),
            new("MessageSid", message.Sid),
            new("AccountSid", world.Account.Sid),
            new("From", message.From ?? string.Empty),
            new("ApiVersion", ApiVersion),
        };
        if (message.MessagingServiceSid is { } service)
        {
            parameters.Add(new("MessagingServiceSid", service));
        }

        if (message.ErrorCode is { } code)
        {
            parameters.Add(new("ErrorCode", Text(code)));
        }

        return parameters;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
