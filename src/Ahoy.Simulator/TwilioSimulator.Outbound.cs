using System.Globalization;
using System.Xml.Linq;
using Ahoy.Simulator.TwiML;
using Ahoy.Simulator.TwiML.Verbs;
using Ahoy.Simulator.Webhooks;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator;

/// <summary>Calls that the API makes and changes. All of it is to be used in the world's turn.</summary>
internal sealed partial class TwilioSimulator
{
    /// <summary>How long TwiML may be that comes with a request. Page: error 32018.</summary>
    public const int MaximumTwiml = 4000;

    /// <summary>Makes a call. To be used in the world's turn.</summary>
    /// <param name="outbound">Which.</param>
    /// <param name="cause">What the request belongs to, where the host can tell: <see cref="WebhookRequest.Cause"/>.</param>
    /// <exception cref="TwilioErrorException">The platform refuses it.</exception>
    public Call PlaceCall(OutboundCall outbound, object? cause = null)
    {
        var from = CheckCall(outbound);
        var document = DocumentOf(outbound);
        var call = new Call
        {
            Sid = Sid.New("CA"),
            From = from,
            To = PhoneAddress.IsClientOrSip(outbound.To) ? outbound.To! : PhoneAddress.Normalize(outbound.To!),
            Direction = "outbound-api",
            Created = World.Now,
            PhoneNumberSid = World.Phones.Find(from)?.Sid,
            Activity = World.ActivityOf(cause) ?? World.NewActivity(),
        };
        var machine = new CallMachine(World, call, VerbTable.Find);
        if (outbound.StatusCallback is { } callback)
        {
            call.Progress = new CallProgress(World, callback, outbound.StatusCallbackMethod, outbound.StatusCallbackEvents);
        }

        World.Calls.Add(call);
        World.Start(RunAsync(machine, outbound, document));
        return call;
    }

    /// <summary>Changes a live call. To be used in the world's turn.</summary>
    /// <exception cref="TwilioErrorException">The platform refuses it.</exception>
    public void UpdateCall(Call call, CallUpdate update)
    {
        if (update.StatusCallback is { } callback)
        {
            call.Progress = new CallProgress(World, callback, update.StatusCallbackMethod, []);
        }

        if (call.Machine is not { } machine || call.Status.IsFinal())
        {
            throw new TwilioErrorException(21220, "Call is not in-progress. Cannot redirect.");
        }

        if (update.Status is { } status)
        {
            if (status == CallStatus.Canceled && call.Status == CallStatus.InProgress)
            {
                throw new TwilioErrorException(21220, "Call is in-progress. Cannot cancel.");
            }

            machine.End(status);
        }
        else if (call.Status != CallStatus.InProgress && (update.Twiml ?? update.Url) is { Length: > 0 })
        {
            throw new TwilioErrorException(21220, "Call is not in-progress. Cannot redirect.");
        }
        else if (update.Twiml is { Length: > 0 } text)
        {
            machine.Redirect(new CallDocument(null, "POST", CheckTwiml(text), update.FallbackUrl, update.FallbackMethod));
        }
        else if (update.Url is { Length: > 0 } url)
        {
            CheckUrl(url);
            machine.Redirect(new CallDocument(url, update.Method, null, update.FallbackUrl, update.FallbackMethod));
        }
    }

    /// <summary>Calls somebody into a conference. To be used in the world's turn.</summary>
    /// <param name="conference">The name of the conference, or its SID.</param>
    /// <param name="outbound">The call; its TwiML is made here.</param>
    /// <param name="attributes">The attributes of TwiML's Conference.</param>
    /// <param name="cause">As of <see cref="PlaceCall"/>.</param>
    public Call PlaceParticipant(string conference, OutboundCall outbound, IReadOnlyDictionary<string, string> attributes, object? cause = null)
    {
        var name = World.Calls.Conferences.TryGetValue(conference, out var found) ? found.FriendlyName : conference;
        var noun = new XElement("Conference", attributes.Select(a => new XAttribute(a.Key, a.Value)), name);
        return PlaceCall(outbound with { Twiml = new XElement("Response", new XElement("Dial", noun)).ToString(SaveOptions.DisableFormatting) }, cause);
    }

    private static async WorldTask<Nothing> RunAsync(CallMachine machine, OutboundCall outbound, CallDocument document)
    {
        if (!await OutboundRinging.RunAsync(machine, TimeSpan.FromSeconds(outbound.Timeout)))
        {
            machine.Release();
            return default;
        }

        var limit = machine.World.After(TimeSpan.FromSeconds(outbound.TimeLimit), TimerKind.Patience, machine.Call.Activity, () => machine.End(CallStatus.Completed));
        machine.AtEnd(() => machine.World.Cancel(limit));
        if (outbound.Record)
        {
            machine.StartRecording(new RecordingOptions
            {
                Source = "OutboundAPI",
                Channels = outbound.RecordingChannels == "dual" ? 2 : 1,
                StatusCallback = outbound.RecordingStatusCallback,
                StatusCallbackMethod = outbound.RecordingStatusCallbackMethod,
                Events = outbound.RecordingStatusCallbackEvents,
            });
        }

        if (outbound.SendDigits is { Length: > 0 } digits)
        {
            machine.Step("Play", digits: digits);
            await machine.WaitAsync(WaitFor.Nothing, Speaking.Tone * digits.Length, TimerKind.Step);
            machine.SendToPeer(digits);
        }

        if (outbound.MachineDetection is "Enable" or "DetectMessageEnd")
        {
            var answeredBy = machine.World.Phones.HandsetOf(machine.Call.To).AnsweredByFor(outbound.MachineDetection);
            if (outbound is { IsMachineDetectionAsync: true, AsyncMachineDetectionCallback: { } callback })
            {
                machine.Tell(
                    new CallDocument(callback, outbound.AsyncMachineDetectionCallbackMethod),
                    [new("AnsweredBy", answeredBy), new("MachineDetectionDuration", "0")]);
            }

            machine.Call.AnsweredBy = answeredBy;
        }

        await machine.RunAsync(document);
        return default;
    }

    private string CheckCall(OutboundCall outbound)
    {
        if (string.IsNullOrEmpty(outbound.To))
        {
            throw new TwilioErrorException(21201, "No 'To' number is specified");
        }

        if (string.IsNullOrEmpty(outbound.From))
        {
            throw new TwilioErrorException(21213, "'From' phone number is required.");
        }

        var isAddress = PhoneAddress.IsClientOrSip(outbound.To);
        var to = isAddress ? outbound.To : PhoneAddress.Normalize(outbound.To);
        MagicNumbers.CheckCallTo(to);
        if (!isAddress && !PhoneAddress.IsNumber(to) && !PhoneAddress.IsShortCode(to))
        {
            throw new TwilioErrorException(21211, $"The phone number you are attempting to call, {outbound.To}, is not valid.");
        }

        if (PhoneAddress.IsClientOrSip(outbound.From))
        {
            return outbound.From;
        }

        var from = PhoneAddress.Normalize(outbound.From);
        MagicNumbers.CheckCallFrom(from);
        if (!PhoneAddress.IsNumber(from) && !PhoneAddress.IsShortCode(from))
        {
            throw new TwilioErrorException(21212, $"Invalid 'From' Phone Number: {outbound.From}");
        }

        return World.Phones.Find(from) is not null
            ? from
            : throw new TwilioErrorException(
                21210, $"The source phone number provided, {from}, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio.");
    }

    private CallDocument DocumentOf(OutboundCall outbound)
    {
        foreach (var url in new[] { outbound.StatusCallback, outbound.FallbackUrl, outbound.RecordingStatusCallback })
        {
            if (url is { Length: > 0 })
            {
                CheckUrl(url);
            }
        }

        if (outbound.Twiml is { Length: > 0 } text)
        {
            return new CallDocument(null, "POST", CheckTwiml(text), outbound.FallbackUrl, outbound.FallbackMethod);
        }

        if (outbound.ApplicationSid is { Length: > 0 } sid)
        {
            return World.Phones.Applications.GetValueOrDefault(sid) is { VoiceUrl: { Length: > 0 } voiceUrl } application
                ? new CallDocument(voiceUrl, application.VoiceMethod, null, application.VoiceFallbackUrl, application.VoiceFallbackMethod)
                : throw new TwilioErrorException(21218, $"ApplicationSid {sid} is not valid.");
        }

        if (outbound.Url is not { Length: > 0 } document)
        {
            throw new TwilioErrorException(21205, "Url parameter is required.");
        }

        CheckUrl(document);
        return new CallDocument(document, outbound.Method, null, outbound.FallbackUrl, outbound.FallbackMethod);
    }

    private static void CheckUrl(string url)
    {
        if (!WebhookUrl.HasScheme(url))
        {
            throw new TwilioErrorException(21205, $"Url is not a valid URL: {url}");
        }
    }

    private static string CheckTwiml(string text) => text.Length <= MaximumTwiml
        ? text
        : throw new TwilioErrorException(32018, $"Twiml size exceeded maximum allowed value of {MaximumTwiml.ToString(CultureInfo.InvariantCulture)} characters");
}
