using System.Xml;
using Ahoy.Simulator;

namespace Ahoy.Host.Offline.Control;

/// <summary>Durations as ISO 8601 writes them: <c>PT5S</c>.</summary>
internal static class Durations
{
    /// <exception cref="InvalidRequestException">It is none, or negative.</exception>
    public static TimeSpan Parse(string name, string text)
    {
        try
        {
            var duration = XmlConvert.ToTimeSpan(text);
            if (duration >= TimeSpan.Zero)
            {
                return duration;
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Told below.
        }

        throw new InvalidRequestException($"{name}: {text}: it is a duration of ISO 8601, such as PT5S for five seconds or PT2H for two hours.");
    }
}
