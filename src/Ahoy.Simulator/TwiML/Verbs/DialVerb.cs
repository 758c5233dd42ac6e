using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Dial</c>: connects the caller to numbers, clients, SIP addresses, a conference, or who waits in a queue.</summary>
internal sealed class DialVerb : IVerb
{
    private static readonly string[] s_single = ["Conference", "Queue"];

    /// <inheritdoc/>
    public string Name => "Dial";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } =
    [
        "action", "method", "timeout", "callerId", "record", "timeLimit", "hangupOnStar", "answerOnBridge", "sequential", "referUrl", "referMethod", "recordingStatusCallback",
        "recordingStatusCallbackMethod", "recordingStatusCallbackEvent",
    ];

    /// <inheritdoc/>
    public bool Answers => false;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        var text = element.OwnText.ToString().Trim();
        machine.Step(element, Obeyed, text: text.Length == 0 ? null : text);
        if (machine.IsScreening)
        {
            machine.Alert(Name, 13201, "Dial: Cannot Dial out from a Dial Callee Session", null);
            return VerbResult.Next;
        }

        if (!CallMachine.Flag(element, "answerOnBridge"))
        {
            machine.PickUp();
        }

        machine.EndsOnStar = CallMachine.Flag(element, "hangupOnStar");
        machine.StarWasPressed = false;
        var limit = TimeSpan.FromSeconds(machine.Number(element, "timeLimit", 14_400, least: 1));
        var single = element.Children.Find(c => s_single.Contains(c.Name));
        foreach (var other in element.Children.Where(c => single is not null && c != single))
        {
            machine.Alert(Name, AlertCodes.SchemaWarning, $"Schema validation warning: '{other.Name}' is not dialled beside '{single!.Name}' (line {other.Line}).", null);
        }

        var result = single?.Name switch
        {
            "Conference" => await ConferenceNoun.RunAsync(machine, element, single, limit),
            "Queue" => await QueueNoun.RunAsync(machine, single, limit),
            _ => await CallOutAsync(machine, element, limit),
        };
        machine.EndsOnStar = false;
        if (machine.ActionOf(element) is not { } action)
        {
            return VerbResult.Next;
        }

        if (machine.IsOver)
        {
            machine.Tell(action, result);
            return VerbResult.Next;
        }

        return VerbResult.GoTo(action with { Parameters = result });
    }

    private static async WorldTask<List<KeyValuePair<string, string>>> CallOutAsync(CallMachine machine, TwiMLElement element, TimeSpan limit)
    {
        var targets = DialTarget.Read(machine, element);
        var group = new DialGroup(machine) { Refer = machine.ActionOf(element, "referUrl", "referMethod") };
        if (targets is null)
        {
            return [new("DialCallStatus", "failed")];
        }

        machine.Dialing = group;
        var record = element.Attribute("record") ?? "do-not-record";
        var recording = record.StartsWith("record-from-ringing", StringComparison.Ordinal) ? Record(machine, element, record) : null;
        var timeout = TimeSpan.FromSeconds(machine.Number(element, "timeout", 30, least: 1, most: 600));
        if (CallMachine.Flag(element, "sequential"))
        {
            foreach (var target in targets)
            {
                if (group.Connected is null && !machine.ShouldStop)
                {
                    DialedCall.Start(machine, group, target, timeout);
                    await SettleAsync(machine, group);
                }
            }
        }
        else
        {
            foreach (var target in targets)
            {
                DialedCall.Start(machine, group, target, timeout);
            }

            await SettleAsync(machine, group);
        }

        if (group.Connected is not null && !machine.ShouldStop)
        {
            machine.PickUp();
            recording ??= record is "true" or "record-from-answer" or "record-from-answer-dual" ? Record(machine, element, record) : null;
            await TalkAsync(machine, group.Bridge, limit);
        }

        group.End();
        machine.Dialing = null;
        return Describe(machine, group, recording);
    }

    /// <summary>Waits until one is connected, or none can be any more.</summary>
    private static async WorldTask<Nothing> SettleAsync(CallMachine machine, DialGroup group)
    {
        while (!group.IsSettled && !machine.ShouldStop && !machine.StarWasPressed)
        {
            await machine.WaitAsync(WaitFor.DialedAnswer, null, TimerKind.Patience);
        }

        return default;
    }

    /// <summary>Waits until two calls that hear each other no longer do.</summary>
    public static async WorldTask<Nothing> TalkAsync(CallMachine machine, CallBridge bridge, TimeSpan limit)
    {
        var timer = machine.World.After(limit, TimerKind.Patience, machine.Call.Activity, () => bridge.End(machine.World.Now));
        while (!bridge.IsOver && !machine.ShouldStop && !machine.StarWasPressed)
        {
            await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
        }

        machine.World.Cancel(timer);
        bridge.End(machine.World.Now);
        return default;
    }

    private static Recording Record(CallMachine machine, TwiMLElement element, string record) =>
        machine.StartRecording(RecordingAttributes.Read(machine, element, "DialVerb", record.EndsWith("-dual", StringComparison.Ordinal) ? 2 : 1));

    private static List<KeyValuePair<string, string>> Describe(CallMachine machine, DialGroup group, Recording? recording)
    {
        var dialed = (group.Connected ?? group.Last)?.Call;
        var status = group.Connected is not null ? "completed" : (dialed?.Status ?? CallStatus.Canceled).Name();
        var result = new List<KeyValuePair<string, string>> { new("DialCallStatus", status) };
        if (dialed is not null)
        {
            result.Add(new("DialCallSid", dialed.Sid));
        }

        result.Add(new("DialBridged", group.Connected is null ? "false" : "true"));
        if (group.Bridge is { Started: { } started, Ended: { } ended })
        {
            result.Add(new("DialCallDuration", Math.Ceiling((ended - started).TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        if (recording is not null)
        {
            machine.World.Calls.FinishRecording(recording, machine.World.Now - recording.Started, null);
            result.Add(new("RecordingUrl", machine.World.Calls.UrlOf(recording)));
            result.Add(new("RecordingSid", recording.Sid));
            result.Add(new("RecordingDuration", recording.Duration!.Value.ToString(CultureInfo.InvariantCulture)));
        }

        return result;
    }
}
