using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Reject</c>: refuses a call that was not answered yet; after that it hangs up.</summary>
internal sealed class RejectVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Reject";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["reason"];

    /// <inheritdoc/>
    public bool Answers => false;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        if (machine.Call.Status == CallStatus.InProgress)
        {
            return WorldTask.FromResult(VerbResult.EndAs(CallStatus.Completed));
        }

        var reason = element.Attribute("reason") ?? "rejected";
        if (reason is not ("rejected" or "busy"))
        {
            machine.Alert(Name, AlertCodes.SchemaWarning, $"Schema validation warning: '{reason}' is no value of reason in Reject.", null);
        }

        // The caller hears that the number is not in service, or the busy tone; the platform calls both of them so.
        return WorldTask.FromResult(VerbResult.EndAs(reason == "busy" ? CallStatus.Busy : CallStatus.NoAnswer));
    }
}
