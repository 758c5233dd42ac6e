using System.Globalization;

namespace Ahoy.Cli.Offline;

/// <summary>What a line of a call shows.</summary>
internal enum CallLineKind
{
    /// <summary>What the person hears.</summary>
    Spoken,

    /// <summary>What the person does.</summary>
    Own,

    /// <summary>What else happens.</summary>
    Note,

    /// <summary>What is wrong.</summary>
    Problem,
}

/// <summary>A line that a call shows, for people.</summary>
internal sealed record CallLine(CallLineKind Kind, string Text)
{
    /// <summary>Says what a step is to somebody who listens; null where there is nothing to hear or see.</summary>
    public static CallLine? Of(CallStep step)
    {
        if (step.Alert is { } code)
        {
            return new(CallLineKind.Problem, string.Create(CultureInfo.InvariantCulture, $"Error {code}: {step.Text}"));
        }

        if (step.By != "twilio")
        {
            return new(CallLineKind.Own, step.Verb switch
            {
                "Digits" => step.Digits ?? "",
                "Speech" or "Recording" => $"“{step.Text}”",
                "Hangup" => "You hang up.",
                "Answer" => "You answer.",
                "Reject" => "You reject the call.",
                var other => other,
            });
        }

        return step.Verb switch
        {
            "Say" => string.IsNullOrWhiteSpace(step.Text) ? null : new(CallLineKind.Spoken, step.Text),
            "Play" when step.Digits is { } tones => Note($"(tones: {tones})"),
            "Play" => Note($"(plays {step.Url})"),
            "Pause" => Note($"(a pause of {step.Attributes?.GetValueOrDefault("length") ?? "1"} s)"),
            "Gather" => Note($"(listens for {Listens(step)})"),
            "Record" => Note("(records: say something)"),
            "Dial" => Note(step.Text is null ? "(puts you through)" : $"(puts you through to {step.Text})"),
            "Enqueue" => Note($"(you wait in the queue {step.Text})"),
            "Redirect" => Note($"(goes on with {step.Url})"),
            "Hangup" => Note("(hangs up)"),
            "Reject" => Note("(rejects your call)"),
            var verb => Note($"({verb}{(step.Text is null ? "" : " " + step.Text)}{(step.Url is null ? "" : " " + step.Url)})"),
        };
    }

    /// <summary>What a step begins to wait for, as <c>waitsFor</c> spells it; null for what waits for nothing.</summary>
    public static string? WaitsFor(CallStep step) => step.Verb switch
    {
        "Record" => "recording",
        "Gather" => Input(step) switch { (true, true) => "either", (_, true) => "speech", _ => "digits" },
        _ => null,
    };

    private static string Listens(CallStep step) => WaitsFor(step) switch { "either" => "keys or words", "speech" => "words", _ => "keys" };

    private static (bool Keys, bool Words) Input(CallStep step)
    {
        var input = step.Attributes?.GetValueOrDefault("input") ?? "dtmf";
        return (input.Contains("dtmf", StringComparison.OrdinalIgnoreCase), input.Contains("speech", StringComparison.OrdinalIgnoreCase));
    }

    private static CallLine Note(string text) => new(CallLineKind.Note, text);
}
