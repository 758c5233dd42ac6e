namespace Ahoy.Simulator.TwiML;

/// <summary>How long it takes to say something. Twilio doesn't tell; these are ours.</summary>
internal static class Speaking
{
    /// <summary>How long a sound is that is played: its file isn't fetched.</summary>
    public static readonly TimeSpan Sound = TimeSpan.FromSeconds(5);

    /// <summary>How long a tone takes.</summary>
    public static readonly TimeSpan Tone = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a text takes: 70 ms a character, half a second at least.</summary>
    public static TimeSpan TimeOf(string text) => TimeSpan.FromMilliseconds(Math.Max(500, text.Length * 70L));
}
