namespace Ahoy.Host.Journal;

/// <summary>A request that a Function made to somebody else.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Url">The URL without its query, which may hold secrets.</param>
/// <param name="Status">The answer's status; 0 where there was none.</param>
/// <param name="Start">When it began, in milliseconds after its Function did.</param>
/// <param name="Duration">How long it took, in milliseconds.</param>
/// <param name="Error">Why there was no answer.</param>
internal sealed record OutboundRequest(string Method, string Url, int Status, double Start, double Duration, string? Error)
{
    /// <summary>The number of its span; null where it has none.</summary>
    public string? Span { get; init; }

    /// <summary>When it began, in milliseconds since 1970, where it has a span.</summary>
    public double At { get; init; }
}
