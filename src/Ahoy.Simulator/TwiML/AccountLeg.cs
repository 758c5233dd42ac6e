using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>A call goes out to a number of the account, or to an application: it comes in there, and rings until what answers it does.</summary>
internal static class AccountLeg
{
    /// <summary>How many such calls may stand one behind the other: a number that dials itself would never end.</summary>
    public const int MaximumDepth = 10;

    /// <summary>How many such calls one call may bring about: two numbers that dial each other again and again would never end either.</summary>
    public const int MaximumLegs = 20;

    /// <summary>What answers at the other end; null where that is a handset.</summary>
    public static VoiceAnswer? AnswerOf(CallMachine machine)
    {
        var (phones, to) = (machine.World.Phones, machine.Call.To);
        var answer = to.StartsWith("app:", StringComparison.Ordinal)
            ? phones.Applications.GetValueOrDefault(to[4..]) is { } application ? VoiceAnswer.Of(application) : null
            : phones.Find(to) is { } number ? VoiceAnswer.Of(phones, number) : null;

        // A number that nothing answers is a handset that answers by itself.
        return answer is { Document: not null } ? answer : null;
    }

    /// <summary>Rings there.</summary>
    /// <param name="machine">The leg that goes out.</param>
    /// <param name="answer">What answers.</param>
    /// <param name="timeout">How long it rings at most.</param>
    /// <param name="parameters">What its webhook is told besides.</param>
    public static async WorldTask<CallStatus> RingAsync(
        CallMachine machine, VoiceAnswer answer, TimeSpan timeout, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        if (machine.Depth >= MaximumDepth)
        {
            machine.World.Log("warn", $"The call to {machine.Call.To} was not made: {MaximumDepth} calls between the account's own numbers stand one behind the other.");
            return CallStatus.Failed;
        }

        if (++machine.Family.Legs > MaximumLegs)
        {
            machine.World.Log("warn", $"The call to {machine.Call.To} was not made: one call has brought about {MaximumLegs} calls between the account's own numbers.");
            return CallStatus.Failed;
        }

        var with = answer with { Document = answer.Document! with { Parameters = parameters } };
        var leg = InboundCall.Start(machine.World, machine.FindVerb, machine.Call.From, machine.Call.To, with, machine.Call.Activity!, leg =>
        {
            (leg.Depth, leg.Family) = (machine.Depth + 1, machine.Family);
            leg.Peer = machine;
            machine.Peer = leg;
            leg.AtEnd(() => Ended(machine));
            machine.AtEnd(leg.HangUp);
        });
        var isOverTime = false;
        var timer = machine.World.After(timeout, TimerKind.Patience, machine.Call.Activity, () =>
        {
            isOverTime = true;
            machine.Signal();
        });
        while (leg.Call.Status == CallStatus.Ringing && !isOverTime && !machine.ShouldStop)
        {
            await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
        }

        machine.World.Cancel(timer);
        return leg.Call.Status switch
        {
            CallStatus.Ringing => CallStatus.NoAnswer,
            // It may be over already: what it said was heard.
            CallStatus.InProgress or CallStatus.Completed => CallStatus.InProgress,
            var refused => refused,
        };
    }

    private static void Ended(CallMachine machine)
    {
        if (machine.Call.Status == CallStatus.InProgress)
        {
            machine.Finish(CallStatus.Completed);
        }
        else
        {
            machine.Signal();
        }
    }
}
