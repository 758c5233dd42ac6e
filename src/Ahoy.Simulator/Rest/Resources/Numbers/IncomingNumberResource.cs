using System.Text.Json.Nodes;
using Ahoy.Simulator.Rest.Requests;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Rest.Resources.Numbers;

/// <summary>
/// The account's numbers. One is bought by its digits, or as any of an area code. +15005550006 can always be bought: where the account has it
/// already, the purchase sets what it is given.
/// </summary>
internal sealed class IncomingNumberResource(TwilioSimulator simulator) : WorldResource(simulator)
{
    private const string Path = $"{Account}/IncomingPhoneNumbers";

    /// <inheritdoc/>
    public override void Map(RestRoutes routes)
    {
        foreach (var path in (string[])[Path, $"{Path}/Local", $"{Path}/Mobile", $"{Path}/TollFree"])
        {
            Map(routes, "POST", $"{path}.json", Create);
            Map(routes, "GET", $"{path}.json", call => List(call, Twilio.Phones.Numbers.Where(number => IsListed(call, number)), number => number.Sid, Values, Self));
        }

        Map(routes, "GET", $"{Path}/{{Sid}}.json", call => Answer(call, Find(call)));
        Map(routes, "POST", $"{Path}/{{Sid}}.json", call =>
        {
            var number = Find(call);
            Change(call, number);
            return Answer(call, number);
        });
        Map(routes, "DELETE", $"{Path}/{{Sid}}.json", call => Twilio.Phones.Remove(Find(call).Sid) ? RestAnswer.NoContent : throw call.NotFound());
    }

    private RestAnswer Create(RestCall call)
    {
        var wanted = Text(call, "PhoneNumber") is { } text ? PhoneAddress.Normalize(text) : Choose(call);
        MagicNumbers.CheckPurchase(wanted);
        if (!PhoneAddress.IsNumber(wanted) || NumberingPlan.Problem(wanted) is "TOO_SHORT" or "TOO_LONG")
        {
            throw new TwilioErrorException(21421, $"PhoneNumber {wanted} is not a valid number.");
        }

        var owned = Twilio.Phones.Find(wanted);
        if (owned is not null && wanted != PhoneBook.DefaultNumber)
        {
            throw new TwilioErrorException(21422, $"{wanted} is not available.");
        }

        var number = owned ?? Twilio.Phones.Add(wanted, Twilio.Now);
        Change(call, number);
        return Answer(call, number);
    }

    private string Choose(RestCall call)
    {
        if (Text(call, "AreaCode") is not { } areaCode)
        {
            throw new TwilioErrorException(21404, "PhoneNumber or AreaCode is required.");
        }

        if (areaCode.Length != 3 || areaCode[0] is '0' or '1' || !areaCode.All(char.IsAsciiDigit))
        {
            throw new TwilioErrorException(21451, $"AreaCode {areaCode} is not valid.");
        }

        MagicNumbers.CheckAreaCode(areaCode);
        return areaCode == "500" ? PhoneBook.DefaultNumber
            : AvailableNumberResource.Numbers("US", "Local", areaCode).FirstOrDefault(number => Twilio.Phones.Find(number) is null)
                ?? throw new TwilioErrorException(21452, $"No phone numbers found in area code {areaCode}.");
    }

    private void Change(RestCall call, PhoneNumber number)
    {
        Set(call, "FriendlyName", value => number.FriendlyName = value);
        Set(call, "SmsUrl", value => number.SmsUrl = OrNull(value));
        Set(call, "SmsMethod", value => number.SmsMethod = OrPost(value));
        Set(call, "SmsFallbackUrl", value => number.SmsFallbackUrl = OrNull(value));
        Set(call, "SmsFallbackMethod", value => number.SmsFallbackMethod = OrPost(value));
        Set(call, "SmsApplicationSid", value => number.SmsApplicationSid = OrNull(value));
        Set(call, "VoiceUrl", value => number.VoiceUrl = OrNull(value));
        Set(call, "VoiceMethod", value => number.VoiceMethod = OrPost(value));
        Set(call, "VoiceFallbackUrl", value => number.VoiceFallbackUrl = OrNull(value));
        Set(call, "VoiceFallbackMethod", value => number.VoiceFallbackMethod = OrPost(value));
        Set(call, "VoiceApplicationSid", value => number.VoiceApplicationSid = OrNull(value));
        Set(call, "StatusCallback", value => number.StatusCallback = OrNull(value));
        Set(call, "StatusCallbackMethod", value => number.StatusCallbackMethod = OrPost(value));
        number.Updated = Twilio.Now;
    }

    private static string? OrNull(string value)
    {
        return value.Length > 0 ? value : null;
    }

    private static string OrPost(string value)
    {
        return value.Length > 0 ? value.ToUpperInvariant() : "POST";
    }

    private PhoneNumber Find(RestCall call)
    {
        return Twilio.Phones.FindBySid(call.PathValues["Sid"]) ?? throw call.NotFound();
    }

    private static bool IsListed(RestCall call, PhoneNumber number)
    {
        return Is(call, "FriendlyName", number.FriendlyName) && (Text(call, "PhoneNumber") is not { } pattern || NumberPattern.Contains(number.Number, pattern));
    }

    private RestAnswer Answer(RestCall call, PhoneNumber number)
    {
        return Answer(call, Values(number), Self(number));
    }

    private string Self(PhoneNumber number)
    {
        return Self($"IncomingPhoneNumbers/{number.Sid}");
    }

    private static JsonObject Values(PhoneNumber number)
    {
        return new JsonObject
        {
            ["sid"] = number.Sid,
            ["phone_number"] = number.Number,
            ["friendly_name"] = number.FriendlyName,
            ["address_requirements"] = "none",
            ["beta"] = false,
            ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = true, ["mms"] = true, ["fax"] = false },
            ["origin"] = "twilio",
            ["status"] = "in-use",
            ["type"] = "local",
            ["emergency_status"] = "Inactive",
            ["emergency_address_status"] = "unregistered",
            ["voice_receive_mode"] = "voice",
            ["voice_caller_id_lookup"] = false,
            ["sms_url"] = number.SmsUrl ?? "",
            ["sms_method"] = number.SmsMethod,
            ["sms_fallback_url"] = number.SmsFallbackUrl ?? "",
            ["sms_fallback_method"] = number.SmsFallbackMethod,
            ["sms_application_sid"] = number.SmsApplicationSid,
            ["voice_url"] = number.VoiceUrl ?? "",
            ["voice_method"] = number.VoiceMethod,
            ["voice_fallback_url"] = number.VoiceFallbackUrl ?? "",
            ["voice_fallback_method"] = number.VoiceFallbackMethod,
            ["voice_application_sid"] = number.VoiceApplicationSid,
            ["status_callback"] = number.StatusCallback ?? "",
            ["status_callback_method"] = number.StatusCallbackMethod,
            ["date_created"] = Date(number.Created),
            ["date_updated"] = Date(number.Updated),
        };
    }
}
