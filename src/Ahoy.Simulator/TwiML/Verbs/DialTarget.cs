using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>One that a Dial calls.</summary>
/// <param name="Address">The number, <c>client:…</c> or <c>sip:…</c>.</param>
/// <param name="CallerId">What the handset shows.</param>
/// <param name="Noun">The element that names it; null where Dial itself holds the number.</param>
internal sealed record DialTarget(string Address, string CallerId, TwiMLElement? Noun)
{
    private static readonly Dictionary<string, string[]> s_obeyed = new(StringComparer.Ordinal)
    {
        ["Number"] =
        [
            "url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "sendDigits", "machineDetection", "amdStatusCallback", "amdStatusCallbackMethod",
        ],
        ["Client"] = ["url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod"],
        ["Sip"] =
        [
            "url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "machineDetection", "amdStatusCallback", "amdStatusCallbackMethod",
        ],
        ["WhatsApp"] = ["url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod"],
        ["Application"] = ["url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod"],
        ["Sim"] = [],
    };

    /// <summary>The attributes that each noun obeys.</summary>
    public static IReadOnlyDictionary<string, string[]> ObeyedByNoun => s_obeyed;

    /// <summary>Reads what a Dial calls.</summary>
    /// <returns>At most ten; null, with an alert, where nothing can be called.</returns>
    public static IReadOnlyList<DialTarget>? Read(CallMachine machine, TwiMLElement dial)
    {
        if (CallerIdOf(machine, dial) is not { } callerId)
        {
            return null;
        }

        var targets = new List<DialTarget>();
        if (dial.OwnText.ToString().Trim() is { Length: > 0 } text)
        {
            Add(machine, targets, PhoneAddress.Normalize(text), callerId, null);
        }

        foreach (var noun in dial.Children)
        {
            if (s_obeyed.TryGetValue(noun.Name, out var obeyed))
            {
                machine.Step(noun, obeyed, text: AddressOf(noun));
                Add(machine, targets, AddressOf(noun), callerId, noun);
            }
        }

        if (targets.Count > 10)
        {
            machine.Alert("Dial", 13240, "Dial: at most ten can be called at once.", null);
            targets.RemoveRange(10, targets.Count - 10);
        }

        if (targets.Count == 0 && dial.Children.Count == 0 && dial.OwnText.ToString().Trim().Length == 0)
        {
            machine.Alert("Dial", 13223, "Dial: Invalid phone number format: there is nothing to dial.", null);
        }

        return targets.Count == 0 ? null : targets;
    }

    private static void Add(CallMachine machine, List<DialTarget> targets, string address, string callerId, TwiMLElement? noun)
    {
        var isNumber = noun is null || noun.Name == "Number";
        if (isNumber ? !PhoneAddress.IsNumber(address) : address.EndsWith(':'))
        {
            machine.Alert("Dial", 13223, $"Dial: Invalid phone number format: {address}", null);
            return;
        }

        try
        {
            MagicNumbers.CheckCallTo(address);
        }
        catch (TwilioErrorException error)
        {
            machine.Alert("Dial", 13224, $"Dial: Twilio does not support calling this number or the number is invalid: {error.Message}", null);
            return;
        }

        targets.Add(new DialTarget(address, callerId, noun));
    }

    private static string AddressOf(TwiMLElement noun) => noun.Name switch
    {
        "Number" => PhoneAddress.Normalize(noun.Text),
        "Client" => "client:" + (noun.Child("Identity")?.Text ?? noun.OwnText.ToString().Trim()),
        "Sip" => (noun.Child("Uri")?.Text ?? noun.OwnText.ToString().Trim()) is var uri && uri.StartsWith("sip", StringComparison.Ordinal) ? uri : "sip:" + uri,
        "WhatsApp" => "whatsapp:" + noun.Text,
        "Application" => "app:" + (noun.Child("ApplicationSid")?.Text ?? noun.OwnText.ToString().Trim()),
        _ => "sim:" + noun.Text,
    };

    /// <summary>What the handset shows: the caller, unless something else is said that the account may show.</summary>
    private static string? CallerIdOf(CallMachine machine, TwiMLElement dial)
    {
        var call = machine.Call;
        if (dial.Attribute("callerId") is not { Length: > 0 } text)
        {
            return call.From;
        }

        var callerId = PhoneAddress.IsClientOrSip(text) ? text : PhoneAddress.Normalize(text);
        if (callerId == call.From || callerId == call.To || PhoneAddress.IsClientOrSip(callerId) || machine.World.Phones.Find(callerId) is not null)
        {
            return callerId;
        }

        machine.Alert("Dial", 13214, $"Dial: Invalid callerId value: {text} is no number of the account.", null);
        return null;
    }
}
