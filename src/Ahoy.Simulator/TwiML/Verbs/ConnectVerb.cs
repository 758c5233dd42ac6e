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
        foreach (var child in element.Children)
        {
            if (child.Name is not ("Stream" or "ConversationRelay"))
            {
                machine.Announce(child, child.Text.Length == 0 ? null : child.Text);
                continue;
            }

            var isClosed = false;
            if (MediaSocket.Open(machine, child, () => isClosed = true) is { } name)
            {
                if (child.Attribute("welcomeGreeting") is { Length: > 0 } greeting)
                {
                    machine.Step("Say", text: greeting);
                }

                while (!isClosed && !machine.ShouldStop)
                {
                    await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
                }

                MediaSocket.Stop(machine, child, name);
            }
        }

        if (machine.ActionOf(element) is not { } action)
        {
            return VerbResult.Next;
        }

        if (machine.IsOver)
        {
            machine.Tell(action, []);
            return VerbResult.Next;
        }

        return VerbResult.GoTo(action);
    }
}
