using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Refer</c>: asks a SIP caller's own exchange to take the call elsewhere. Here every exchange does; a caller that is not of SIP can't be referred.</summary>
internal sealed class ReferVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Refer";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["action", "method"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        var target = element.Child("Sip")?.Text ?? string.Empty;
        machine.Step(element, Obeyed, text: target);
        var isSip = PhoneAddress.IsSip(machine.Call.From);
        if (!isSip || target.Length == 0)
        {
            machine.Alert(Name, 13100, isSip ? "Refer: there is no Sip to refer to." : "Refer: the call is not from a SIP address, and can't be referred.", null);
        }

        var succeeded = isSip && target.Length > 0;
        List<KeyValuePair<string, string>> parameters =
        [
            new("ReferCallStatus", succeeded ? "completed" : "failed"),
            new("ReferSipResponseCode", succeeded ? "202" : "405"),
            .. succeeded ? [new KeyValuePair<string, string>("NotifySipResponseCode", "200")] : Array.Empty<KeyValuePair<string, string>>(),
        ];
        return WorldTask.FromResult(machine.ActionOf(element) is { } action
            ? VerbResult.GoTo(action with { Parameters = parameters })
            : succeeded ? VerbResult.EndAs(CallStatus.Completed) : VerbResult.Next);
    }
}
