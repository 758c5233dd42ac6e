namespace Ahoy.Api;

/// <summary>A Deployment: from the moment of its creation, its Environment serves its Build.</summary>
public sealed record DeploymentResource
{
    /// <summary><c>ZD…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary><c>ZE…</c></summary>
    public required string EnvironmentSid { get; init; }

    /// <summary><c>ZB…</c></summary>
    public string? BuildSid { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>The same as <see cref="DateCreated"/>: a Deployment never changes.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }
}
