namespace Ahoy.Simulator.Rest.Requests;

/// <summary>What goes back to the client.</summary>
internal sealed record RestResponse(int Status, string? ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The connection ends without an answer.</summary>
    public bool IsDropped { get; init; }
}
