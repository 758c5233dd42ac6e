using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Say</c>: reads a text out. Its voice and language stand in the transcript.</summary>
internal sealed class SayVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "Say";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["voice", "language", "loop"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        var text = string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        machine.Step(element, Obeyed, text: text);
        if (text.Length == 0)
        {
            machine.Alert(Name, 13520, "Say: Invalid text: there is nothing to say.", null);
            return VerbResult.Next;
        }

        await Repeat.RunAsync(machine, element, () => machine.SayAsync(text));
        return VerbResult.Next;
    }
}
