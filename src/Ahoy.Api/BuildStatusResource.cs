using System.Text.Json.Serialization;

namespace Ahoy.Api;

/// <summary>The status of a Build, which deploys ask for until it is no longer building.</summary>
public sealed record BuildStatusResource
{
    /// <summary><c>ZB…</c>, the Build's.</summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>How far it is.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>Why the Build failed. Ahoy's host alone says it: Twilio's API has no such field, so that it is null there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Errors { get; init; }
}
