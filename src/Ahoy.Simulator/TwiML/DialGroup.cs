using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML;

/// <summary>The calls that a Dial makes, of which one at most is connected.</summary>
internal sealed class DialGroup
{
    private readonly CallMachine _parent;
    private readonly List<CallMachine> _open = [];

    /// <param name="parent">The call that dials.</param>
    public DialGroup(CallMachine parent)
    {
        _parent = parent;
        Bridge.Sides.Add(parent);
    }

    /// <summary>What connects the two.</summary>
    public CallBridge Bridge { get; } = new();

    /// <summary>The one that is connected, or was.</summary>
    public CallMachine? Connected { get; private set; }

    /// <summary>The one that ended last without having been connected.</summary>
    public CallMachine? Last { get; private set; }

    /// <summary>What goes on with a call that a SIP phone refers elsewhere.</summary>
    public CallDocument? Refer { get; init; }

    /// <summary>Whether the dialing is over: one is connected, or none can be any more.</summary>
    public bool IsSettled => Connected is not null || _open.Count == 0;

    /// <summary>The first that rings at a handset that a person answers.</summary>
    public CallMachine? Ringing => Connected is null ? _open.Find(m => m.RingsForPerson) : null;

    /// <summary>Adds a call that is dialled now.</summary>
    public void Add(CallMachine child) => _open.Add(child);

    /// <summary>One has been answered, and has heard what it was to hear: the others are let go.</summary>
    /// <returns>Whether it is the one that is connected.</returns>
    public bool Connect(CallMachine child)
    {
        if (Connected is not null || _parent.ShouldStop)
        {
            return false;
        }

        Connected = child;
        Bridge.Sides.Add(child);
        Bridge.Started = child.World.Now;
        _open.Remove(child);
        EndOthers();
        _parent.Signal();
        return true;
    }

    /// <summary>One has ended.</summary>
    public void Ended(CallMachine child)
    {
        if (Connected == child)
        {
            Bridge.End(child.World.Now);
        }
        else if (_open.Remove(child))
        {
            Last = child;
            _parent.Signal();
        }
    }

    /// <summary>Ends all: the caller has gone, or somebody else was connected.</summary>
    public void End()
    {
        EndOthers();
        Bridge.End(_parent.World.Now);
    }

    private void EndOthers()
    {
        foreach (var other in _open.ToArray())
        {
            other.End(CallStatus.Canceled);
        }
    }
}
