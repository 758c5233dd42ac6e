namespace Ahoy.Simulator.World;

/// <summary>A document of TwiML that a call is to run: at a URL, or as text.</summary>
/// <param name="Url">Where it is; null with a text.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Text">The document itself.</param>
/// <param name="FallbackUrl">Where another is, should this fail.</param>
/// <param name="FallbackMethod">GET or POST.</param>
internal sealed record CallDocument(string? Url, string Method, string? Text = null, string? FallbackUrl = null, string FallbackMethod = "POST")
{
    /// <summary>What the webhook is told besides what each is.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>The verb that asked for it.</summary>
    public string Verb { get; init; } = "Response";
}
