using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>The attributes of recordings, which several verbs have.</summary>
internal static class RecordingAttributes
{
    /// <summary>Reads them.</summary>
    public static RecordingOptions Read(CallMachine machine, TwiMLElement element, string source, int channels = 1)
    {
        var callback = machine.ActionOf(element, "recordingStatusCallback", "recordingStatusCallbackMethod");
        return new RecordingOptions
        {
            Source = source,
            Channels = channels,
            StatusCallback = callback?.Url,
            StatusCallbackMethod = callback?.Method ?? "POST",
            Events = Words(element, "recordingStatusCallbackEvent"),
        };
    }

    /// <summary>The words of an attribute.</summary>
    public static string[] Words(TwiMLElement element, string attribute) =>
        (element.Attribute(attribute) ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
