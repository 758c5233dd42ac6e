using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Leave</c>: in the document that plays while a caller waits in a queue, takes the caller out of it. Elsewhere it does nothing.</summary>
internal sealed class LeaveVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Leave";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        if (machine.Queued is { } queued)
        {
            machine.World.Calls.Leave(queued.Queue, queued.Member, "leave");
        }

        return WorldTask.FromResult(VerbResult.Next);
    }
}
