namespace Ahoy.Simulator.Rest.Requests;

/// <summary>A request for Twilio's REST API, as it came.</summary>
internal sealed record RestRequest
{
    /// <summary>In capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The host that is meant: `api.twilio.com`; or any other, where the first part of the path names it.</summary>
    public required string Host { get; init; }

    /// <summary>As sent, percent-encoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>The value of the Authorization header.</summary>
    public string? Authorization { get; init; }

    public string? ContentType { get; init; }

    public string? IfMatch { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the request belongs to, where the host can tell: the webhook whose Function asks.</summary>
    public object? Cause { get; init; }

    /// <summary>Who asked: a Function's path, or null for any other program.</summary>
    public string? By { get; init; }
}
