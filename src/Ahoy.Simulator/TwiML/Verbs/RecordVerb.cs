using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Record</c>: records what the person says. There is no sound: the words stand for it, and are its transcription.</summary>
internal sealed class RecordVerb : IVerb
{
    private static readonly TimeSpan s_transcribing = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Name => "Record";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } =
    [
        "action", "method", "timeout", "finishOnKey", "maxLength", "transcribe", "transcribeCallback", "recordingStatusCallback", "recordingStatusCallbackMethod",
        "recordingStatusCallbackEvent",
    ];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        var store = machine.World.Calls;
        var recording = store.StartRecording(machine.Call.Sid, null, RecordingAttributes.Read(machine, element, "RecordVerb"));
        var finishKeys = element.Attribute("finishOnKey") ?? "1234567890*#";
        var limit = TimeSpan.FromSeconds(machine.Number(element, "maxLength", 3600, least: 1, most: 14_400));
        var (text, seconds, key) = await TakeAsync(machine, finishKeys, TimeSpan.FromSeconds(machine.Number(element, "timeout", 5)));
        if (text is null && key is null && !machine.IsOver)
        {
            // Silence alone: nothing was recorded, and the action isn't asked.
            recording.Status = "absent";
            store.Recordings.Remove(recording.Sid);
            return VerbResult.Next;
        }

        var length = TimeSpan.FromSeconds(seconds ?? Math.Max(1, Math.Ceiling(Speaking.TimeOf(text ?? string.Empty).TotalSeconds)));
        store.FinishRecording(recording, length < limit ? length : limit, text);
        var parameters = new List<KeyValuePair<string, string>>
        {
            new("RecordingUrl", store.UrlOf(recording)),
            new("RecordingSid", recording.Sid),
            new("RecordingDuration", recording.Duration!.Value.ToString(CultureInfo.InvariantCulture)),
            new("Digits", machine.IsOver ? "hangup" : key?.ToString() ?? string.Empty),
        };
        var callback = machine.ActionOf(element, "transcribeCallback", "transcribeCallbackMethod");
        if (CallMachine.Flag(element, "transcribe") || callback is not null)
        {
            Transcribe(machine, recording, callback);
        }

        if (machine.ActionOf(element, orCurrent: true) is not { } action)
        {
            return VerbResult.Next;
        }

        if (machine.IsOver)
        {
            // Who hangs up has recorded something all the same; what the action answers comes too late.
            machine.Tell(action, parameters);
            return VerbResult.Next;
        }

        return VerbResult.GoTo(action with { Parameters = parameters });
    }

    private static async WorldTask<(string? Text, double? Seconds, char? Key)> TakeAsync(CallMachine machine, string finishKeys, TimeSpan timeout)
    {
        machine.Recorded = null;
        machine.Typed.Clear();
        while (!machine.ShouldStop)
        {
            var end = await machine.WaitAsync(WaitFor.Recording | WaitFor.Digits, timeout, TimerKind.Patience);
            if (machine.Recorded is { } recorded)
            {
                machine.Recorded = null;
                return (recorded.Text, recorded.Seconds, null);
            }

            while (machine.Typed.TryDequeue(out var key))
            {
                if (finishKeys.Contains(key, StringComparison.Ordinal))
                {
                    return (null, null, key);
                }
            }

            if (end == WaitEnd.Elapsed)
            {
                break;
            }
        }

        return default;
    }

    private static void Transcribe(CallMachine machine, Recording recording, CallDocument? callback)
    {
        recording.TranscriptionSid = Sid.New("TR");
        if (callback is null)
        {
            return;
        }

        var world = machine.World;
        world.After(s_transcribing, TimerKind.Step, machine.Call.Activity, () =>
        {
            var parameters = CallParameters.Of(world, machine.Call);
            parameters.Add(new("TranscriptionSid", recording.TranscriptionSid));
            parameters.Add(new("TranscriptionText", recording.Text ?? string.Empty));
            parameters.Add(new("TranscriptionStatus", "completed"));
            parameters.Add(new("TranscriptionUrl", $"{world.Options.ApiUrl}/2010-04-01/Accounts/{world.Account.Sid}/Transcriptions/{recording.TranscriptionSid}"));
            parameters.Add(new("RecordingSid", recording.Sid));
            parameters.Add(new("RecordingUrl", world.Calls.UrlOf(recording)));
            new CallbackQueue(world).Add(new Callback(machine.Call.Activity, callback.Method, callback.Url!, parameters, machine.Call.Sid));
        });
    }
}
