using System.Text.Json.Nodes;

namespace Ahoy.Simulator.Rest.Requests;

/// <summary>What a resource answers: JSON, or bytes of another type, or nothing.</summary>
internal sealed record RestAnswer(int Status, JsonNode? Json = null)
{
    public static RestAnswer NoContent { get; } = new(204);

    /// <summary>Sent as `ETag`.</summary>
    public string? ETag { get; init; }

    /// <summary>Where the answer sends the client on to.</summary>
    public string? Location { get; init; }

    public string? ContentType { get; init; }

    /// <summary>What is sent instead of JSON.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>False where the answer is made of the document alone.</summary>
    public bool Stateful { get; init; } = true;
}
