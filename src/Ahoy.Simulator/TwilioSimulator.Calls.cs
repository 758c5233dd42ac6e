using Ahoy.Simulator.TwiML;
using Ahoy.Simulator.TwiML.Verbs;
using Ahoy.Simulator.World;

namespace Ahoy.Simulator;

/// <summary>Calls from handsets, and what the person on the phone does.</summary>
internal sealed partial class TwilioSimulator
{
    /// <summary>A call from a handset: ends when it rests or is over.</summary>
    /// <param name="from">Who calls; null: +15551230001.</param>
    /// <param name="to">A number of the account, or a Function's path.</param>
    /// <param name="cancellationToken">Ends the wait; the call goes on.</param>
    /// <exception cref="InvalidRequestException">It can't be made so.</exception>
    public async Task<CallResult> ReceiveCallAsync(string? from, string to, CancellationToken cancellationToken = default)
    {
        var caller = ResolveFrom(from, isCall: true);
        var (call, rest) = World.InTurn(() => Receive(caller, to));
        await rest.WaitAsync(cancellationToken).ConfigureAwait(false);
        return World.InTurn(() => ToResult(call));
    }

    /// <summary>The person presses keys.</summary>
    /// <returns>The call as it rests after that; null where there is no such call.</returns>
    public Task<CallResult?> PressAsync(string sid, string digits, CancellationToken cancellationToken = default)
    {
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExcept("0123456789*#ABCDabcd"))
        {
            throw new InvalidRequestException("digits holds keys: 0 to 9, * and #.");
        }

        return ActAsync(sid, m => m.Press(digits), cancellationToken);
    }

    /// <summary>The person speaks.</summary>
    public Task<CallResult?> SpeakAsync(string sid, string text, double? confidence, CancellationToken cancellationToken = default) =>
        confidence is < 0 or > 1 or double.NaN
            ? throw new InvalidRequestException("confidence is between 0 and 1.")
            : ActAsync(sid, m => m.Speak(text, confidence ?? 0.9), cancellationToken);

    /// <summary>The person says what is recorded.</summary>
    public Task<CallResult?> RecordAsync(string sid, string text, double? seconds, CancellationToken cancellationToken = default) =>
        seconds is < 0 or > 14_400 or double.NaN
            ? throw new InvalidRequestException("seconds is between 0 and 14400.")
            : ActAsync(sid, m => m.Record(text, seconds), cancellationToken);

    /// <summary>The person hangs up.</summary>
    public Task<CallResult?> HangUpAsync(string sid, CancellationToken cancellationToken = default) => ActAsync(sid, m => m.HangUp(), cancellationToken);

    /// <summary>The handset that rings is answered: the call's own, or one that it dials.</summary>
    public Task<CallResult?> AnswerAsync(string sid, CancellationToken cancellationToken = default) =>
        ActAsync(sid, m => Check(m.Answer()), cancellationToken);

    /// <summary>The handset that rings is rejected.</summary>
    public Task<CallResult?> RejectAsync(string sid, CancellationToken cancellationToken = default) =>
        ActAsync(sid, m => Check(m.Reject()), cancellationToken);

    /// <summary>The SIP phone asks for the call that it is connected with to be taken elsewhere.</summary>
    public Task<CallResult?> ReferAsync(string sid, string target, CancellationToken cancellationToken = default) => ActAsync(
        sid,
        m =>
        {
            if (!PhoneAddress.IsSip(target) || !m.Refer(target))
            {
                throw new InvalidRequestException("Only a SIP phone in a connected Dial can refer, and only to a SIP address: sip:somebody@example.com.");
            }
        },
        cancellationToken);

    private static void Check(bool rang)
    {
        if (!rang)
        {
            throw new InvalidRequestException("No handset rings in this call.");
        }
    }

    private static CallResult ToResult(Call call) => new(call.Sid, call.Status.Name(), call.Machine?.WaitsFor, [.. call.Transcript]);

    private async Task<CallResult?> ActAsync(string sid, Action<ICallMachine> action, CancellationToken cancellationToken)
    {
        var (call, rest) = World.InTurn(() =>
        {
            if (World.Calls.Find(sid) is not { } found)
            {
                return ((Call?)null, Task.CompletedTask);
            }

            if (found.Status.IsFinal() || found.Machine is null)
            {
                throw new InvalidRequestException("The call is over.");
            }

            action(found.Machine);
            return (found, found.Activity?.WhenAtRest() ?? Task.CompletedTask);
        });
        await rest.WaitAsync(cancellationToken).ConfigureAwait(false);
        return call is null ? null : World.InTurn(() => ToResult(call));
    }

    private (Call Call, Task AtRest) Receive(string from, string to)
    {
        var (target, number, url) = ResolveTarget(to);
        var activity = World.NewActivity();
        var answer = url is not null ? new VoiceAnswer(new CallDocument(url, "POST"), null, null) : VoiceAnswer.Of(World.Phones, number!);
        var machine = InboundCall.Start(World, VerbTable.Find, from, target, answer, activity);
        return (machine.Call, activity.WhenAtRest());
    }
}
