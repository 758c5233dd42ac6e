using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>A verb that TwiML has and that is announced, but not simulated: the call goes on with the next one.</summary>
internal sealed class UnsimulatedVerb : IVerb
{
    /// <param name="name">Its name.</param>
    public UnsimulatedVerb(string name) => Name = name;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Announce(element, element.Text.Length == 0 ? null : element.Text);
        return WorldTask.FromResult(VerbResult.Next);
    }
}
