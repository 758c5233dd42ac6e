using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Pause</c>: waits. As the first verb it lets the call ring on.</summary>
internal sealed class PauseVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Pause";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["length"];

    /// <inheritdoc/>
    public bool Answers => false;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        var seconds = machine.Number(element, "length", 1);
        await machine.WaitAsync(machine.Interruptible, TimeSpan.FromSeconds(seconds), machine.StepKind);
        return VerbResult.Next;
    }
}
