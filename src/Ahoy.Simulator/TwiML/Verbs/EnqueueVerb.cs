using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Enqueue</c>: the caller waits in a queue, until somebody dials the queue, the API takes the caller out, or the document that plays says Leave.</summary>
internal sealed class EnqueueVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Enqueue";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["action", "method", "waitUrl", "waitUrlMethod", "maxQueueSize"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        var world = machine.World;
        var name = element.OwnText.ToString().Trim();
        machine.Step(element, Obeyed, text: name.Length == 0 ? null : name);
        if (element.Child("Task") is { } task)
        {
            machine.Announce(task, task.Text);
        }

        var queue = world.Calls.QueueOf(name.Length > 0 ? name : element.Attribute("workflowSid") ?? "default");
        if (queue.Members.Count >= machine.Number(element, "maxQueueSize", queue.MaximumSize, least: 1))
        {
            return After(machine, element, queue, "queue-full", TimeSpan.Zero);
        }

        var member = new QueueMember { Call = machine.Call, Enqueued = world.Now };
        queue.Members.Add(member);
        machine.Queued = (queue, member);
        foreach (var taker in queue.Takers.ToArray())
        {
            taker.Signal();
        }

        var wait = element.Attribute("waitUrl") is { Length: > 0 } ? machine.ActionOf(element, "waitUrl", "waitUrlMethod") : null;
        await machine.UntilAsync(() => member.Result is not null, () => machine.HoldAsync(wait, () => Describe(world, queue, member)));
        machine.Queued = null;
        var waited = world.Now - member.Enqueued;
        if (member.Result is null)
        {
            world.Calls.Leave(queue, member, machine.IsOver ? "hangup" : "redirected");
            return machine.IsOver ? After(machine, element, queue, "hangup", waited) : VerbResult.Next;
        }

        if (member.Result == "redirected" && member.Document is { } document)
        {
            return VerbResult.GoTo(document);
        }

        if (member.Bridge is { } bridge)
        {
            await TalkAsync(machine, member, bridge);
        }

        return After(machine, element, queue, member.Result!, waited);
    }

    /// <summary>Hears what the one who dialled the queue has it hear first, and talks.</summary>
    private static async WorldTask<Nothing> TalkAsync(CallMachine machine, QueueMember member, CallBridge bridge)
    {
        if (member.Document is { } whisper)
        {
            await machine.ScreenAsync(whisper);
        }

        if (!machine.IsOver && !bridge.IsOver)
        {
            bridge.Started = machine.World.Now;
            bridge.Sides.Add(machine);
            while (!bridge.IsOver && !machine.ShouldStop)
            {
                await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
            }
        }

        bridge.End(machine.World.Now);
        return default;
    }

    private static VerbResult After(CallMachine machine, TwiMLElement element, CallQueue queue, string result, TimeSpan waited)
    {
        if (machine.ActionOf(element) is not { } action)
        {
            return VerbResult.Next;
        }

        List<KeyValuePair<string, string>> parameters =
        [
            new("QueueResult", result),
            new("QueueSid", queue.Sid),
            new("QueueTime", ((int)waited.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        ];
        if (machine.IsOver)
        {
            machine.Tell(action, parameters);
            return VerbResult.Next;
        }

        return VerbResult.GoTo(action with { Parameters = parameters });
    }

    private static List<KeyValuePair<string, string>> Describe(TwilioWorld world, CallQueue queue, QueueMember member) =>
    [
        new("QueuePosition", (queue.Members.IndexOf(member) + 1).ToString(CultureInfo.InvariantCulture)),
        new("QueueSid", queue.Sid),
        new("QueueTime", ((int)(world.Now - member.Enqueued).TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        new("AvgQueueTime", queue.AverageWait.ToString(CultureInfo.InvariantCulture)),
        new("CurrentQueueSize", queue.Members.Count.ToString(CultureInfo.InvariantCulture)),
        new("MaxQueueSize", queue.MaximumSize.ToString(CultureInfo.InvariantCulture)),
    ];
}
