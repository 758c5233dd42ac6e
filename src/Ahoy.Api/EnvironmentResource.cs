namespace Ahoy.Api;

/// <summary>An Environment of a Service: a domain name, variables and logs, and the Build that runs there.</summary>
public sealed record EnvironmentResource
{
    /// <summary><c>ZE…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>The Build that runs there (<c>ZB…</c>), or null before the first Deployment.</summary>
    public string? BuildSid { get; init; }

    /// <summary>The name: unique in the Service.</summary>
    public required string UniqueName { get; init; }

    /// <summary>What the domain name ends with, or null for production.</summary>
    public string? DomainSuffix { get; init; }

    /// <summary>The host name under which the Build is served.</summary>
    public required string DomainName { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>The absolute URLs of the lists below it.</summary>
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
