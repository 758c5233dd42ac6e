using System.Globalization;
using Ahoy.Simulator.World;
using Ahoy.Simulator.World.Clock;
using Ahoy.Simulator.World.Events;
using Microsoft.Extensions.Time.Testing;

namespace Ahoy.Simulator.Tests.Infrastructure;

/// <summary>A simulator with webhooks that a test scripts, on a clock that nobody moves but the test.</summary>
internal sealed class TestSimulator : IDisposable
{
    public const string Number = PhoneBook.DefaultNumber;
    public const string Handset = PhoneBook.DefaultHandset;
    public const string Other = "+15095550100";

    public TestSimulator(ClockMode mode = ClockMode.Fast)
    {
        Simulator = new TwilioSimulator(
            new SimulatorOptions { Time = Time, ResolvePath = path => path.StartsWith('/') ? "http://localhost:3000" + path : null, Sockets = Sockets }, Webhooks);
        Simulator.World.SetMode(mode);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public ScriptedWebhooks Webhooks { get; } = new();

    public ScriptedSockets Sockets { get; } = new();

    public TwilioSimulator Simulator { get; }

    public TwilioWorld World => Simulator.World;

    public IReadOnlyList<Alert> Alerts => [.. Simulator.Events(EventKind.Alerts).Cast<Alert>()];

    public IReadOnlyList<int> AlertCodes => [.. Alerts.Select(a => a.Code)];

    public IReadOnlyList<LogLine> Logs => [.. Simulator.Events(EventKind.Logs).Cast<LogLine>()];

    /// <summary>Calls a path whose webhook answers with these verbs.</summary>
    public Task<CallResult> CallAsync(string verbs)
    {
        Webhooks.OnTwiml("/voice", verbs);
        return Simulator.ReceiveCallAsync(null, "/voice").WaitAsync(TimeSpan.FromSeconds(10));
    }

    public Task<InboundMessageResult> TextAsync(string body, string to = "/sms", string? from = null) =>
        Simulator.ReceiveMessageAsync(from, to, body).WaitAsync(TimeSpan.FromSeconds(10));

    public Task AdvanceAsync(double seconds) => World.AdvanceAsync(TimeSpan.FromSeconds(seconds)).WaitAsync(TimeSpan.FromSeconds(10));

    public Message Send(OutboundMessage message) => World.InTurn(() => World.Messages.Send(message, null));

    /// <summary>The call as it is now.</summary>
    public CallSnapshot Call(string sid) => Simulator.Call(sid)!;

    public void Dispose()
    {
        // What goes wrong inside is told as a line of the log, so that no test passes over it.
        Assert.DoesNotContain(Logs, l => l.Level == "error");
        Simulator.Dispose();
    }

    /// <summary>A transcript on one line a step.</summary>
    public static string Text(IEnumerable<TranscriptStep> transcript) => string.Join('\n', transcript.Select(Text));

    private static string Text(TranscriptStep step)
    {
        var text = step.By == "twilio" ? step.Verb : $"{step.By}: {step.Verb}";
        text += step.Text is null ? string.Empty : $" {step.Text}";
        text += step.Digits is null ? string.Empty : $" [{step.Digits}]";
        text += step.Url is null ? string.Empty : $" {step.Url.Replace("http://localhost:3000", string.Empty, StringComparison.Ordinal)}";
        return text + (step.Alert is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" !{step.Alert}"));
    }
}
