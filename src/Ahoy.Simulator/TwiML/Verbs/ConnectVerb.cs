using Ahoy.Simulator.TwiML.Sockets;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Connect</c>: gives the call to a Stream or ConversationRelay, until its socket is closed. What is not simulated is announced, and ends at once.</summary>
internal sealed class ConnectVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Connect";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["action", "method"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        IReadOnlyList<KeyValuePair<string, string>> result = [];
        foreach (var child in element.Children)
        {
            if (!SocketNoun.ObeyedByNoun.ContainsKey(child.Name))
            {
                machine.Announce(child, child.Text.Length == 0 ? null : child.Text);
            }
            else if (!machine.ShouldStop && SocketNoun.Open(machine, child, isBidirectional: true) is { } session)
            {
                while (!session.IsOver && !machine.ShouldStop)
                {
                    await machine.WaitAsync(session.WasOpen ? session.Takes : WaitFor.Nothing, null, TimerKind.Patience);
                }

                machine.Sockets.Remove(session);
                session.Close();
                result = session is ConversationRelay relay ? relay.Result : result;
            }
        }

        // Keys and words that the socket took are used up.
        machine.Typed.Clear();
        machine.Spoken = null;
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
}
