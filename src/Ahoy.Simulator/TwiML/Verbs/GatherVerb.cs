using System.Globalization;
using System.Text;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Gather</c>: takes keys, or speech, or whichever comes first, while what is nested in it is said.</summary>
internal sealed class GatherVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Gather";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } =
    [
        "action", "method", "input", "timeout", "numDigits", "finishOnKey", "speechTimeout", "actionOnEmptyResult", "bargeIn", "partialResultCallback",
        "partialResultCallbackMethod", "language",
    ];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        var settings = GatherSettings.Read(machine, element);
        machine.Spoken = null;
        machine.Typed.Clear();
        await PromptAsync(machine, element, settings);
        var result = await CollectAsync(machine, element, settings);
        machine.Typed.Clear();
        machine.Spoken = null;
        if (machine.ShouldStop || (result.Count == 0 && !settings.ActsOnNothing))
        {
            return VerbResult.Next;
        }

        if (result.Count == 0)
        {
            result.Add(new("Digits", string.Empty));
        }

        return machine.ActionOf(element, orCurrent: true) is { } action
            ? VerbResult.GoTo(action with { Parameters = result })
            : VerbResult.Next;
    }

    /// <summary>Says what is nested. A key ends it, and so does speech where it may barge in.</summary>
    private static async WorldTask<Nothing> PromptAsync(CallMachine machine, TwiMLElement element, GatherSettings settings)
    {
        var outer = machine.Interruptible;
        machine.Interruptible = (settings.Takes & WaitFor.Digits) | (settings.SpeechBargesIn ? settings.Takes & WaitFor.Speech : WaitFor.Nothing);
        foreach (var child in element.Children)
        {
            if (machine.ShouldStop || machine.Typed.Count > 0 || machine.Spoken is not null)
            {
                break;
            }

            if (child.Name is "Say" or "Play" or "Pause")
            {
                await machine.FindVerb(child.Name)!.RunAsync(machine, child);
            }
        }

        machine.Interruptible = outer;
        return default;
    }

    private static async WorldTask<List<KeyValuePair<string, string>>> CollectAsync(CallMachine machine, TwiMLElement element, GatherSettings settings)
    {
        var digits = new StringBuilder();
        char? finishedBy = null;
        while (!machine.ShouldStop)
        {
            if (machine.Spoken is { } spoken)
            {
                return await ListenAsync(machine, element, settings, spoken.Text, spoken.Confidence);
            }

            while (machine.Typed.TryDequeue(out var key))
            {
                if (settings.FinishKeys.Contains(key, StringComparison.Ordinal))
                {
                    finishedBy = key;
                    break;
                }

                digits.Append(key);
                if (digits.Length == settings.Digits)
                {
                    break;
                }
            }

            if (finishedBy is not null || digits.Length == settings.Digits)
            {
                break;
            }

            // Once a key was pressed, speech counts no more.
            var takes = digits.Length > 0 ? WaitFor.Digits : settings.Takes;
            if (await machine.WaitAsync(takes, settings.Timeout, TimerKind.Patience) == WaitEnd.Elapsed)
            {
                break;
            }
        }

        var result = new List<KeyValuePair<string, string>>();
        if (digits.Length > 0 && !machine.ShouldStop)
        {
            result.Add(new("Digits", digits.ToString()));
            result.Add(new("msg", "Gather End"));
            if (finishedBy is { } key)
            {
                result.Add(new("FinishedOnKey", key.ToString()));
            }
        }
        else if (finishedBy is { } alone && settings.ActsOnNothing && !machine.ShouldStop)
        {
            result.Add(new("Digits", string.Empty));
            result.Add(new("FinishedOnKey", alone.ToString()));
        }

        return result;
    }

    /// <summary>Listens until the silence after what was said is long enough.</summary>
    private static async WorldTask<List<KeyValuePair<string, string>>> ListenAsync(
        CallMachine machine, TwiMLElement element, GatherSettings settings, string text, double confidence)
    {
        machine.Spoken = null;
        for (var number = 0; ; number++)
        {
            if (settings.PartialResults is { } partial)
            {
                var parameters = CallParameters.Of(machine.World, machine.Call);
                parameters.Add(new("SequenceNumber", number.ToString(CultureInfo.InvariantCulture)));
                parameters.Add(new("UnstableSpeechResult", string.Empty));
                parameters.Add(new("StableSpeechResult", text));
                new CallbackQueue(machine.World).Add(new Callback(machine.Call.Activity, partial.Method, partial.Url!, parameters, machine.Call.Sid));
            }

            if (await machine.WaitAsync(WaitFor.Speech, settings.SilenceAfterSpeech, TimerKind.Step) != WaitEnd.Speech || machine.Spoken is not { } more)
            {
                break;
            }

            text = $"{text} {more.Text}";
            confidence = Math.Min(confidence, more.Confidence);
            machine.Spoken = null;
        }

        return
        [
            new("SpeechResult", text),
            new("Confidence", confidence.ToString("0.0###", CultureInfo.InvariantCulture)),
            new("Language", element.Attribute("language") ?? "en-US"),
        ];
    }
}
