using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Start</c>: begins a Stream or a Recording beside what the call does. Siprec and Transcription are announced.</summary>
internal sealed class StartVerb : IVerb
{
    /// <summary>The attributes of Recording that mean something here.</summary>
    public static IReadOnlyCollection<string> ObeyedByRecording { get; } =
        ["recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "channels"];

    /// <inheritdoc/>
    public string Name => "Start";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Obeyed { get; } = [];

    /// <inheritdoc/>
    public bool Answers => true;

    /// <inheritdoc/>
    public async WorldTask<VerbResult> RunAsync(CallMachine machine, TwiMLElement element)
    {
        machine.Step(element, Obeyed);
        foreach (var child in element.Children)
        {
            switch (child.Name)
            {
                case "Stream":
                    // It begins beside what the call does, but not after it: a fast clock would be through before it is open.
                    var session = SocketNoun.Open(machine, child, isBidirectional: false);
                    while (session is { WasOpen: false, IsOver: false } && !machine.ShouldStop)
                    {
                        await machine.WaitAsync(WaitFor.Nothing, null, TimerKind.Patience);
                    }

                    break;
                case "Recording":
                    machine.Step(child, ObeyedByRecording);
                    machine.StartRecording(RecordingAttributes.Read(machine, child, "StartCallRecordingTwiML", child.Attribute("channels") == "mono" ? 1 : 2));
                    break;
                default:
                    machine.Announce(child);
                    break;
            }
        }

        return VerbResult.Next;
    }
}
