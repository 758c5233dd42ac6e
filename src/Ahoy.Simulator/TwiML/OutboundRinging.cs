using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML;

/// <summary>A call goes out: it is dialled, rings at the handset, and is answered or not.</summary>
internal static class OutboundRinging
{
    private static readonly TimeSpan s_dialing = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_untilAnswered = TimeSpan.FromSeconds(1);

    /// <summary>Rings.</summary>
    /// <param name="machine">The call.</param>
    /// <param name="timeout">How long it rings at most.</param>
    /// <param name="parameters">What an application that is called is told besides.</param>
    /// <returns>Whether it was answered; otherwise it has ended.</returns>
    public static async WorldTask<bool> RunAsync(CallMachine machine, TimeSpan timeout, IReadOnlyList<KeyValuePair<string, string>>? parameters = null)
    {
        machine.SetStatus(CallStatus.Initiated, "initiated");
        await machine.WaitAsync(WaitFor.Nothing, s_dialing, TimerKind.Step);
        if (machine.IsOver)
        {
            return false;
        }

        machine.SetStatus(CallStatus.Ringing, "ringing");
        var outcome = AccountLeg.AnswerOf(machine) is { } answer
            ? await AccountLeg.RingAsync(machine, answer, timeout, parameters ?? [])
            : await RingAsync(machine, machine.World.Phones.HandsetOf(machine.Call.To).Answers, timeout);
        machine.RingsForPerson = false;
        if (machine.IsOver)
        {
            return false;
        }

        if (outcome != CallStatus.InProgress)
        {
            machine.Finish(outcome);
            return false;
        }

        machine.SetStatus(CallStatus.InProgress, "answered");
        if (machine.Peer is { IsOver: true })
        {
            machine.Finish(CallStatus.Completed);
            return false;
        }

        return true;
    }

    private static async WorldTask<CallStatus> RingAsync(CallMachine machine, HandsetAnswer answers, TimeSpan timeout)
    {
        switch (answers)
        {
            case HandsetAnswer.Busy:
                await machine.WaitAsync(WaitFor.Nothing, s_dialing, TimerKind.Step);
                return CallStatus.Busy;
            case HandsetAnswer.Never:
                await machine.WaitAsync(WaitFor.Nothing, timeout, TimerKind.Step);
                return CallStatus.NoAnswer;
            case HandsetAnswer.Ring:
                machine.RingsForPerson = true;
                return await machine.WaitAsync(WaitFor.Answer, timeout, TimerKind.Patience) switch
                {
                    WaitEnd.Answered => CallStatus.InProgress,
                    WaitEnd.Rejected => CallStatus.Busy,
                    _ => CallStatus.NoAnswer,
                };
            default:
                return await machine.WaitAsync(WaitFor.Answer, s_untilAnswered, TimerKind.Step) == WaitEnd.Rejected ? CallStatus.Busy : CallStatus.InProgress;
        }
    }
}
