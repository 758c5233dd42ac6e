using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>What the person on the phone and the API do to a call.</summary>
internal sealed partial class CallMachine : ICallMachine
{
    /// <summary>The keys that were pressed and not used yet.</summary>
    public Queue<char> Typed { get; } = new();

    /// <summary>What was said and not used yet.</summary>
    public (string Text, double Confidence)? Spoken { get; set; }

    /// <summary>What was said to be recorded and not used yet.</summary>
    public (string Text, double? Seconds)? Recorded { get; set; }

    /// <summary>Whether the star ends what runs, as <c>hangupOnStar</c> has it.</summary>
    public bool EndsOnStar { get; set; }

    /// <summary>Whether the star was pressed meanwhile.</summary>
    public bool StarWasPressed { get; set; }

    /// <summary>The group of calls that this one dials.</summary>
    public DialGroup? Dialing { get; set; }

    /// <inheritdoc/>
    public string? WaitsFor
    {
        get
        {
            if (IsOver)
            {
                return null;
            }

            if (Dialing?.Ringing?.RingsForPerson == true)
            {
                return "answer";
            }

            return _waitsFor switch
            {
                var w when w.HasFlag(WaitFor.Recording) => "recording",
                var w when w.HasFlag(WaitFor.Digits | WaitFor.Speech) => "either",
                var w when w.HasFlag(WaitFor.Digits) => "digits",
                var w when w.HasFlag(WaitFor.Speech) => "speech",
                _ => RingsForPerson ? "answer" : Heard?.WaitsFor,
            };
        }
    }

    /// <inheritdoc/>
    public void Press(string digits)
    {
        Act();
        Step("Digits", by: Call.Person, digits: digits);
        if (EndsOnStar && digits.Contains('*', StringComparison.Ordinal))
        {
            StarWasPressed = true;
            Signal();
            return;
        }

        foreach (var socket in Sockets.ToArray())
        {
            socket.Press(digits);
        }

        Heard?.Press(digits);
        if (_waitsFor.HasFlag(WaitFor.Digits))
        {
            foreach (var digit in digits)
            {
                Typed.Enqueue(digit);
            }

            EndWait(WaitEnd.Digits);
        }
    }

    /// <inheritdoc/>
    public void Speak(string text, double confidence)
    {
        Act();
        Step("Speech", by: Call.Person, text: text);
        foreach (var socket in Sockets.ToArray())
        {
            socket.Hear(text);
        }

        TellOthers(text);
        Heard?.Speak(text, confidence);
        if (_waitsFor.HasFlag(WaitFor.Speech))
        {
            Spoken = (text, confidence);
            EndWait(WaitEnd.Speech);
        }
    }

    /// <inheritdoc/>
    public void Record(string text, double? seconds)
    {
        Act();
        Step("Recording", by: Call.Person, text: text);
        Heard?.Record(text, seconds);
        if (_waitsFor.HasFlag(WaitFor.Recording))
        {
            Recorded = (text, seconds);
            EndWait(WaitEnd.Recording);
        }
    }

    /// <inheritdoc/>
    public void HangUp()
    {
        if (IsOver)
        {
            return;
        }

        Act();
        Step("Hangup", by: Call.Person);
        Finish(Call.Status == CallStatus.InProgress ? CallStatus.Completed : Call.IsInbound ? CallStatus.NoAnswer : CallStatus.Busy);
    }

    /// <inheritdoc/>
    public bool Answer() => AnswerOrReject(WaitEnd.Answered) || Dialing?.Ringing?.Answer() == true;

    /// <inheritdoc/>
    public bool Reject() => AnswerOrReject(WaitEnd.Rejected) || Dialing?.Ringing?.Reject() == true;

    /// <inheritdoc/>
    public bool Refer(string target)
    {
        var isSip = PhoneAddress.IsSip(Call.IsInbound ? Call.From : Call.To);
        var (group, other) = Dialing?.Connected is { } callee ? (Dialing, callee) : (DialedBy?.Dialing, DialedBy);
        if (!isSip || group?.Connected is null || other is null || (other == DialedBy && group.Connected != this))
        {
            return false;
        }

        Act();
        Step("Refer", by: Call.Person, text: target);
        if (group.Refer is not { } document)
        {
            Alert("Dial", 13802, "Dial: No referUrl attribute specified", null);
            return true;
        }

        other.Redirect(document with { Verb = "Dial", Parameters = [new("ReferTransferTarget", target)] });
        Finish(CallStatus.Completed);
        return true;
    }

    /// <inheritdoc/>
    public void Redirect(CallDocument document)
    {
        if (!IsOver)
        {
            Act();
            _next = document;
            EndWait(WaitEnd.Signal);
        }
    }

    /// <inheritdoc/>
    public void End(CallStatus status)
    {
        if (!IsOver)
        {
            Finish(status == CallStatus.Canceled && Call.Status == CallStatus.InProgress ? CallStatus.Completed : status);
        }
    }

    /// <inheritdoc/>
    public void Signal() => EndWait(WaitEnd.Signal);

    private bool AnswerOrReject(WaitEnd end)
    {
        if (!_waitsFor.HasFlag(WaitFor.Answer))
        {
            return false;
        }

        Act();
        Step(end == WaitEnd.Answered ? "Answer" : "Reject", by: Call.Person);
        EndWait(end);
        return true;
    }

    /// <summary>Somebody did something: what follows is no circle.</summary>
    private void Act() => Family.Documents = 0;
}
