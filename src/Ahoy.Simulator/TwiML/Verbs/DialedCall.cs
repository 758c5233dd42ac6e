using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>A call that a Dial makes: rings, hears its own document if it has one, and is connected.</summary>
internal static class DialedCall
{
    /// <summary>Starts it.</summary>
    public static void Start(CallMachine parent, DialGroup group, DialTarget target, TimeSpan timeout)
    {
        var world = parent.World;
        var call = new Call
        {
            Sid = Sid.New("CA"),
            ParentSid = parent.Call.Sid,
            From = target.CallerId,
            To = target.Address,
            Direction = "outbound-dial",
            Created = world.Now,
            Activity = parent.Call.Activity,
        };
        var machine = new CallMachine(world, call, parent.FindVerb) { DialedBy = parent, Depth = parent.Depth, Family = parent.Family };
        if (target.Noun is { } noun && parent.ActionOf(noun, "statusCallback", "statusCallbackMethod") is { } callback)
        {
            call.Progress = new CallProgress(world, callback.Url!, callback.Method, RecordingAttributes.Words(noun, "statusCallbackEvent"));
        }

        world.Calls.Add(call);
        group.Add(machine);
        machine.AtEnd(() => group.Ended(machine));
        var whisper = target.Noun is null ? null : parent.ActionOf(target.Noun, "url");
        var detected = target.Noun is null ? null : parent.ActionOf(target.Noun, "amdStatusCallback", "amdStatusCallbackMethod");
        world.Start(RunAndReleaseAsync(machine, group, target, timeout, whisper, detected));
    }

    private static async WorldTask<Nothing> RunAndReleaseAsync(
        CallMachine machine, DialGroup group, DialTarget target, TimeSpan timeout, CallDocument? whisper, CallDocument? detected)
    {
        await RunAsync(machine, group, target, timeout, whisper, detected);
        machine.Release();
        return default;
    }

    private static async WorldTask<Nothing> RunAsync(
        CallMachine machine, DialGroup group, DialTarget target, TimeSpan timeout, CallDocument? whisper, CallDocument? detected)
    {
        if (!await OutboundRinging.RunAsync(machine, timeout, ParametersOf(target.Noun)))
        {
            return default;
        }

        if (target.Noun?.Attribute("sendDigits") is { Length: > 0 } digits)
        {
            machine.Step("Play", digits: digits);
            await machine.WaitAsync(WaitFor.Nothing, Speaking.Tone * digits.Length, TimerKind.Step);
            machine.SendToPeer(digits);
        }

        if (target.Noun?.Attribute("machineDetection") is { Length: > 0 })
        {
            machine.Call.AnsweredBy = machine.World.Phones.HandsetOf(machine.Call.To).AnsweredByFor(target.Noun.Attribute("machineDetection")!);
            if (detected is not null && !machine.IsOver)
            {
                machine.Tell(detected, [new("MachineDetectionDuration", "0")]);
            }
        }

        if (whisper is not null && !machine.IsOver)
        {
            await machine.ScreenAsync(whisper with { Verb = target.Noun!.Name });
        }

        if (machine.IsOver)
        {
            return default;
        }

        if (group.Connect(machine))
        {
            while (!group.Bridge.IsOver && !machine.ShouldStop)
            {
                await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
            }

            if (!machine.IsOver && machine.HasNext)
            {
                // The API gave it another document: it leaves who dialled it, and goes on alone.
                group.Ended(machine);
                await machine.RunNextAsync();
            }
        }

        if (!machine.IsOver)
        {
            machine.Finish(CallStatus.Completed);
        }

        return default;
    }

    private static List<KeyValuePair<string, string>> ParametersOf(TwiMLElement? noun) => noun?.Name == "Application"
        ? [.. noun.Children.Where(c => c.Name == "Parameter").Select(p => new KeyValuePair<string, string>(p.Attribute("name") ?? string.Empty, p.Attribute("value") ?? string.Empty))]
        : [];
}
