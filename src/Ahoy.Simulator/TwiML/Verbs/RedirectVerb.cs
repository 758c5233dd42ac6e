using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Redirect</c>: goes on with another document.</summary>
internal sealed class RedirectVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Redirect";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["method"];

    /// <inheritdoc/>
    public bool Answers => false;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        var text = element.Text;
        var url = text.Length == 0 ? machine.DocumentUrl : machine.ResolveUrl(Name, text);
        machine.Step(element, Obeyed, url: url ?? text);
        return WorldTask.FromResult(url is null
            ? VerbResult.EndAs(CallStatus.Completed)
            : VerbResult.GoTo(new CallDocument(url, machine.MethodOf(element)) { Verb = Name }));
    }
}
