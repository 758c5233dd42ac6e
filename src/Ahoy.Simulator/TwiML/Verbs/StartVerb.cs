using Ahoy.Simulator.World.Turns;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Start</c>: begins a Stream or a Recording beside what the call does. Siprec and Transcription are announced.</summary>
internal sealed class StartVerb : IVerb
{
    private static readonly string[] s_recording = ["recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent", "channels"];

    /// <inheritdoc/>
    public string Name => "Start";

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
            switch (child.Name)
            {
                case "Stream":
                    MediaSocket.Open(machine, child, static () => { });
                    break;
                case "Recording":
                    machine.Step(child, s_recording);
                    machine.StartRecording(RecordingAttributes.Read(machine, child, "StartCallRecordingTwiML", child.Attribute("channels") == "mono" ? 1 : 2));
                    break;
                default:
                    machine.Announce(child);
                    break;
            }
        }

        return WorldTask.FromResult(VerbResult.Next);
    }
}
