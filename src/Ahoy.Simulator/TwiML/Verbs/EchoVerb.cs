using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Echo</c>: the caller hears himself, until he hangs up.</summary>
internal sealed class EchoVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Echo";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        while (!machine.ShouldStop)
        {
            await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
        }

        return VerbResult.Next;
    }
}
