using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Queue</c> in Dial: connects to who waits longest in a queue, or to the next who comes.</summary>
internal static class QueueNoun
{
    /// <summary>The attributes that mean something here.</summary>
    public static IReadOnlyCollection<string> Obeyed { get; } = ["url", "method"];

    /// <summary>Takes one out of the queue, and talks.</summary>
    public static async WorldTask<List<KeyValuePair<string, string>>> RunAsync(CallMachine machine, TwiMLElement element, TimeSpan limit)
    {
        var world = machine.World;
        machine.Step(element, Obeyed, text: element.Text);
        machine.PickUp();
        var queue = world.Calls.QueueOf(element.Text);
        while (queue.Members.Count == 0 && !machine.ShouldStop && !machine.StarWasPressed)
        {
            queue.Takers.Add(machine);
            await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
            queue.Takers.Remove(machine);
        }

        if (machine.ShouldStop || queue.Members.Count == 0)
        {
            return [new("DialCallStatus", "canceled"), new("QueueSid", queue.Sid)];
        }

        var member = queue.Members[0];
        var bridge = new CallBridge();
        bridge.Sides.Add(machine);
        member.Bridge = bridge;
        if (machine.ActionOf(element, "url") is { } whisper)
        {
            member.Document = whisper with
            {
                Verb = "Queue",
                Parameters =
                [
                    new("QueueSid", queue.Sid),
                    new("QueueTime", ((int)(world.Now - member.Enqueued).TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                    new("DequeingCallSid", machine.Call.Sid),
                ],
            };
        }

        world.Calls.Leave(queue, member, "bridged");
        member.Call.Machine?.Signal();
        await DialVerb.TalkAsync(machine, bridge, limit);
        var talked = bridge.Started is { } started ? bridge.Ended!.Value - started : TimeSpan.Zero;
        return
        [
            new("DialCallStatus", bridge.Started is null ? "no-answer" : "completed"),
            new("DialCallSid", member.Call.Sid),
            new("DialCallDuration", Math.Ceiling(talked.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            new("QueueSid", queue.Sid),
        ];
    }
}
