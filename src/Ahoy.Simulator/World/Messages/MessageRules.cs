using Ahoy.Simulator.Webhooks;

namespace Ahoy.Simulator.World;

/// <summary>What the platform refuses to send.</summary>
internal static class MessageRules
{
    /// <summary>Checks a message, and finds who sends it.</summary>
    /// <exception cref="TwilioErrorException">The platform refuses it.</exception>
    public static (string? From, MessagingService? Service) Check(TwilioWorld world, OutboundMessage outbound, Func<string, string?> lastSender)
    {
        if (string.IsNullOrEmpty(outbound.To))
        {
            throw new TwilioErrorException(21604, "A 'To' phone number is required.");
        }

        if (string.IsNullOrEmpty(outbound.From) && string.IsNullOrEmpty(outbound.MessagingServiceSid))
        {
            throw new TwilioErrorException(21603, "A 'From' phone number is required.");
        }

        if (string.IsNullOrEmpty(outbound.Body) && outbound.MediaUrls.Count == 0)
        {
            throw outbound.Body is null
                ? new TwilioErrorException(21619, "A text message body or media urls must be specified.")
                : new TwilioErrorException(21602, "Message body is required.");
        }

        if (outbound.Body is { Length: > MessageText.MaximumLength })
        {
            throw new TwilioErrorException(21617, "The concatenated message body exceeds the 1600 character limit");
        }

        if (outbound.MediaUrls.Count > MessageMedia.Maximum)
        {
            throw new TwilioErrorException(21623, "Number of media files exceeds allowed limit");
        }

        if (outbound.MediaUrls.FirstOrDefault(u => !WebhookUrl.HasScheme(u)) is { } invalid)
        {
            throw new TwilioErrorException(21620, $"Invalid media URL(s): {invalid}");
        }

        if (outbound.StatusCallback is { } callback && !WebhookUrl.HasScheme(callback))
        {
            throw new TwilioErrorException(21609, $"The 'StatusCallback' URL {callback} is not a valid URL.");
        }

        CheckTo(outbound.To);
        var service = FindService(world, outbound);
        var from = FindSender(world, outbound, service, lastSender);
        if (from is not null && world.Messages.OptOuts.IsStopped(from, outbound.To))
        {
            throw new TwilioErrorException(21610, "Attempt to send to unsubscribed recipient");
        }

        return (from, service);
    }

    private static void CheckTo(string to)
    {
        MagicNumbers.CheckMessageTo(to);
        var address = PhoneAddress.IsChannel(to) ? to[(to.IndexOf(':', StringComparison.Ordinal) + 1)..] : to;
        if (!PhoneAddress.IsNumber(address) && !PhoneAddress.IsShortCode(address))
        {
            throw new TwilioErrorException(21211, $"Invalid 'To' Phone Number: {to}");
        }
    }

    private static MessagingService? FindService(TwilioWorld world, OutboundMessage outbound)
    {
        if (string.IsNullOrEmpty(outbound.MessagingServiceSid))
        {
            return outbound.SendAt is null ? null : throw new TwilioErrorException(35118, "MessagingServiceSid is required to schedule a message.");
        }

        return world.Phones.Services.GetValueOrDefault(outbound.MessagingServiceSid)
            ?? throw new TwilioErrorException(21701, $"The Messaging Service {outbound.MessagingServiceSid} does not exist.", 404);
    }

    private static string? FindSender(TwilioWorld world, OutboundMessage outbound, MessagingService? service, Func<string, string?> lastSender)
    {
        var from = outbound.From;
        if (string.IsNullOrEmpty(from))
        {
            return world.Phones.Choose(service!, outbound.To!, lastSender)?.Number
                ?? throw new TwilioErrorException(21703, "The Messaging Service does not have a phone number available to send a message.");
        }

        MagicNumbers.CheckMessageFrom(from);
        if (PhoneAddress.IsChannel(from))
        {
            return from;
        }

        if (from == outbound.To)
        {
            throw new TwilioErrorException(21266, $"'To' and 'From' number cannot be the same: {from}");
        }

        if (PhoneAddress.IsNumber(from) || PhoneAddress.IsShortCode(from))
        {
            return world.Phones.Find(from) is not null
                ? from
                : throw new TwilioErrorException(21606, $"The 'From' phone number {from} is not a valid, SMS-capable inbound phone number or short code for your account.");
        }

        if (!IsAlphanumeric(from))
        {
            throw new TwilioErrorException(21212, $"The 'From' number {from} is not a valid phone number, shortcode, or alphanumeric sender ID.");
        }

        return outbound.To!.StartsWith("+1", StringComparison.Ordinal)
            ? throw new TwilioErrorException(21612, $"Message cannot be sent with the current combination of 'To' ({outbound.To}) and/or 'From' ({from}) parameters")
            : from;
    }

    private static bool IsAlphanumeric(string from) =>
        from.Length is >= 1 and <= 11 && from.Any(char.IsAsciiLetter) && from.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '+' or '-' or '_' or '&');
}
