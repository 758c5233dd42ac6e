using Ahoy.Simulator.TwiML.Sockets;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Stop</c>: ends what Start began, by its name.</summary>
internal sealed class StopVerb : IVerb
{
    private static readonly string[] s_obeyed = ["name"];

    /// <inheritdoc/>
    public string Name => "Stop";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        foreach (var child in element.Children)
        {
            if (child.Name == "Stream" && child.Attribute("name") is { } name && machine.Sockets.OfType<MediaStream>().FirstOrDefault(s => s.Name == name) is { } stream)
            {
                machine.Step(child, s_obeyed);
                machine.Sockets.Remove(stream);
                stream.Close();
            }
            else
            {
                machine.Announce(child);
            }
        }

        return WorldTask.FromResult(VerbResult.Next);
    }
}
