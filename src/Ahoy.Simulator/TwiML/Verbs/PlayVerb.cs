using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Play</c>: plays a file, or tones. The file is not fetched.</summary>
internal sealed class PlayVerb : IVerb
{
    private const int InvalidDigits = 13410;

    /// <inheritdoc/>
    public string Name => "Play";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = ["digits", "loop"];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        if (element.Attribute("digits") is { Length: > 0 } digits)
        {
            machine.Step(element, Obeyed, digits: digits);
            if (digits.AsSpan().ContainsAnyExcept("0123456789*#wWaAbBcCdD"))
            {
                machine.Alert(Name, InvalidDigits, $"Play: Invalid digits: {digits}", null);
                return VerbResult.Next;
            }

            var tones = Speaking.Tone * digits.Length;
            await Repeat.RunAsync(machine, element, async () =>
            {
                machine.SendToPeer(digits);
                return await machine.WaitAsync(machine.Interruptible, tones, machine.StepKind);
            });
            return VerbResult.Next;
        }

        var url = element.Text.Length == 0 ? null : machine.ResolveUrl(Name, element.Text);
        machine.Step(element, Obeyed, url: url);
        if (url is not null)
        {
            await Repeat.RunAsync(machine, element, () => machine.WaitAsync(machine.Interruptible, Speaking.Sound, machine.StepKind));
        }

        return VerbResult.Next;
    }
}
