using System.Globalization;
using Ahoy.Simulator.World;
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
        var breaks = BreaksIn(machine, element);
        if (text.Length == 0 && breaks == TimeSpan.Zero)
        {
            machine.Alert(Name, 13520, "Say: Invalid text: there is nothing to say.", null);
            return VerbResult.Next;
        }

        await Repeat.RunAsync(machine, element, () => machine.SayAsync(text, breaks));
        return VerbResult.Next;
    }

    /// <summary>SSML's <c>break</c>, wherever it stands in the text.</summary>
    private static TimeSpan BreaksIn(CallMachine machine, TwiMLElement element)
    {
        var sum = TimeSpan.Zero;
        foreach (var child in element.Children)
        {
            sum += child.Name == "break" ? LengthOf(machine, child) : BreaksIn(machine, child);
        }

        return sum;
    }

    private static TimeSpan LengthOf(CallMachine machine, TwiMLElement element)
    {
        if (element.Attribute("time") is { } time)
        {
            var isMilliseconds = time.EndsWith("ms", StringComparison.Ordinal);
            if ((isMilliseconds || time.EndsWith('s'))
                && double.TryParse(time[..^(isMilliseconds ? 2 : 1)], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 3_600_000)
            {
                return TimeSpan.FromSeconds(Math.Min(isMilliseconds ? number / 1000 : number, 10));
            }

            machine.Alert("Say", AlertCodes.SchemaWarning, $"Schema validation warning: '{time}' is no value of time in break.", null);
        }

        return TimeSpan.FromMilliseconds(element.Attribute("strength") switch
        {
            "none" or "x-weak" => 0,
            "weak" => 250,
            "strong" => 750,
            "x-strong" => 1000,
            _ => 500,
        });
    }
}
