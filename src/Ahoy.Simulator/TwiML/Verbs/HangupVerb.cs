using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Hangup</c>: ends the call.</summary>
internal sealed class HangupVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Hangup";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        return WorldTask.FromResult(VerbResult.EndAs(CallStatus.Completed));
    }
}
