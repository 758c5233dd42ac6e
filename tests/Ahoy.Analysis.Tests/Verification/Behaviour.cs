using System.Text.Json.Nodes;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>What a handler is to do with an event: <c>{ "fail": true } => { "error": "messages.create failed" }</c>.</summary>
/// <param name="Event">The event, as JSON.</param>
/// <param name="Outcome">What must hold afterwards; see <see cref="Running.HandlerRun"/>.</param>
public sealed record Behaviour(string Event, JsonObject Outcome)
{
    private const string Arrow = "=>";

    /// <summary>Reads one.</summary>
    public static Behaviour Parse(string text)
    {
        var arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        return arrow < 0
            ? throw new FormatException($"'{text}' is not of the form EVENT => OUTCOME.")
            : new Behaviour(text[..arrow].Trim(), JsonNode.Parse(text[(arrow + Arrow.Length)..])!.AsObject());
    }
}
