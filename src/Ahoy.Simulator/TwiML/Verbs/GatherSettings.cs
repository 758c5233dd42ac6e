using System.Globalization;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>The attributes of a Gather.</summary>
/// <param name="Takes">Keys, speech, or both.</param>
/// <param name="Timeout">How long the first, and each further one, may take.</param>
/// <param name="Digits">How many keys end it; <see cref="int.MaxValue"/>: no number does.</param>
/// <param name="FinishKeys">The keys that end it.</param>
/// <param name="SilenceAfterSpeech">How much silence ends speech.</param>
/// <param name="ActsOnNothing">Whether the action is asked even though nothing came.</param>
/// <param name="SpeechBargesIn">Whether speech ends what is said.</param>
/// <param name="PartialResults">What is told of speech while it goes on.</param>
internal sealed record GatherSettings(
    WaitFor Takes, TimeSpan Timeout, int Digits, string FinishKeys, TimeSpan SilenceAfterSpeech, bool ActsOnNothing, bool SpeechBargesIn, CallDocument? PartialResults)
{
    /// <summary>Reads them.</summary>
    public static GatherSettings Read(CallMachine machine, TwiMLElement element)
    {
        var takes = WaitFor.Nothing;
        foreach (var input in (element.Attribute("input") ?? "dtmf").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            takes |= input switch
            {
                "dtmf" => WaitFor.Digits,
                "speech" => WaitFor.Speech,
                _ => Warn(machine, "input", input),
            };
        }

        var finishKeys = element.Attribute("finishOnKey") ?? "#";
        if (finishKeys.AsSpan().ContainsAnyExcept("0123456789*#"))
        {
            machine.Alert("Gather", 13310, $"Gather: Invalid finishOnKey value: {finishKeys}", null);
            finishKeys = "#";
        }

        // "auto" is a silence that the recognition takes for the end.
        var timeout = element.Attribute("timeout") == "auto" ? 5 : machine.Number(element, "timeout", 5);
        var silence = element.Attribute("speechTimeout") is { } text && text != "auto" && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : element.Attribute("speechTimeout") is null ? timeout : 1;
        return new GatherSettings(
            takes == WaitFor.Nothing ? WaitFor.Digits : takes,
            TimeSpan.FromSeconds(timeout),
            machine.Number(element, "numDigits", int.MaxValue, least: 1, most: 1000),
            finishKeys,
            TimeSpan.FromSeconds(silence),
            CallMachine.Flag(element, "actionOnEmptyResult"),
            CallMachine.Flag(element, "bargeIn", otherwise: true),
            machine.ActionOf(element, "partialResultCallback", "partialResultCallbackMethod"));
    }

    private static WaitFor Warn(CallMachine machine, string attribute, string value)
    {
        machine.Alert("Gather", AlertCodes.SchemaWarning, $"Schema validation warning: '{value}' is no value of {attribute} in Gather.", null);
        return WaitFor.Nothing;
    }
}
