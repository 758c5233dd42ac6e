using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>A call to a number of the account has two legs: the one that goes out, and the one that comes in on the number and runs what answers it.</summary>
internal sealed partial class CallMachine
{
    /// <summary>The other leg of the same call.</summary>
    public CallMachine? Peer { get; set; }

    /// <summary>The call that dials this one.</summary>
    public CallMachine? DialedBy { get; set; }

    /// <summary>How many calls to the account's numbers stand between this one and the first.</summary>
    public int Depth { get; set; }

    /// <summary>What is counted of this call and of those that it brings about together.</summary>
    public CallFamily Family { get; set; } = new();

    /// <summary>The leg that hears the keys and the words of this call's person: that of the number of the account that is connected.</summary>
    private CallMachine? Heard => Dialing?.Connected?.Peer is { IsOver: false, Call.IsInbound: true } leg ? leg : null;

    /// <summary>Sends keys to the other leg, where there is one: this one's TwiML plays them.</summary>
    public void SendToPeer(string digits)
    {
        if (Peer is { IsOver: false, Call.IsInbound: true } leg && string.Concat(digits.Where(d => d is not ('w' or 'W'))) is { Length: > 0 } keys)
        {
            leg.Press(keys);
        }
    }

    /// <inheritdoc/>
    public void Hear(string text) => Step("Speech", by: Call.IsInbound ? "callee" : "caller", text: text);

    /// <summary>What a person says is heard at the telephone that a Dial connects, and in the conference: except of who is muted or on hold there; who coaches is heard by that one alone.</summary>
    private void TellOthers(string text)
    {
        if (Dialing?.Connected is { IsOver: false } callee)
        {
            callee.Hear(text);
        }
        else if (DialedBy is { IsOver: false } caller && caller.Dialing?.Connected == this)
        {
            caller.Hear(text);
        }

        foreach (var conference in World.Calls.Conferences.Values)
        {
            if (conference.Status == "in-progress" && conference.Participants.Find(p => p.Call == Call) is { IsMuted: false, IsOnHold: false } self)
            {
                foreach (var other in conference.Participants)
                {
                    if (other != self && !other.IsOnHold && (self.CallSidToCoach is null || self.CallSidToCoach == other.Call.Sid))
                    {
                        other.Call.Machine?.Hear(text);
                    }
                }
            }
        }
    }

    /// <summary>What a number of the account says is heard by who called it.</summary>
    private void Mirror(string verb, string by, string? text, string? url)
    {
        if (Call.IsInbound && by == "twilio" && verb is "Say" or "Play" && Peer is { IsOver: false } leg && (text ?? url) is not null)
        {
            (leg.DialedBy is { IsOver: false } caller ? caller : leg).Step(verb, text: text, url: url);
        }
    }

    /// <summary>
    /// What one call and those that it brings about have in common: numbers of the account that dial each other multiply, so that a bound for each of them bounds nothing.
    /// </summary>
    internal sealed class CallFamily
    {
        /// <summary>How many calls to the account's own numbers it has brought about.</summary>
        public int Legs { get; set; }

        /// <summary>How many documents it has asked for since somebody did something.</summary>
        public int Documents { get; set; }
    }
}
