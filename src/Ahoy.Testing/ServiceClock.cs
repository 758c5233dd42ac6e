using System.Xml;

namespace Ahoy.Testing;

/// <summary>The clock of the offline Twilio: dates of the API, waits, planned messages follow it.</summary>
public sealed class ServiceClock
{
    private readonly ControlClient _control;

    internal ServiceClock(ControlClient control) => _control = control;

    /// <summary>How time passes. In force at once.</summary>
    public AhoyClock Mode
    {
        get => State.Mode switch { "real" => AhoyClock.Real, "manual" => AhoyClock.Manual, _ => AhoyClock.Fast };
        set => _control.Put("clock", new ClockMode(Word(value)), ControlJson.Default.ClockMode, $"Let the clock be {value}");
    }

    /// <summary>What it shows.</summary>
    public DateTimeOffset Now => State.Now;

    private ClockState State => _control.Get("clock", ControlJson.Default.ClockState);

    /// <summary>Moves it, whatever its mode is. What is due on the way happens, and its webhooks have answered when this ends.</summary>
    /// <param name="by">How far; not back.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return _control.PostAsync(
            "clock/advance", new ClockStep(XmlConvert.ToString(by)), ControlJson.Default.ClockStep, ControlJson.Default.ClockState, $"Advance the clock by {by}", cancellationToken);
    }

    private static string Word(AhoyClock mode) => mode switch { AhoyClock.Real => "real", AhoyClock.Manual => "manual", _ => "fast" };
}
