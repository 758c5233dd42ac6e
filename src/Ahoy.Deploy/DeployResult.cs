namespace Ahoy.Deploy;

/// <summary>What a deploy has led to.</summary>
public sealed record DeployResult
{
    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>The Service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary><c>ZE…</c></summary>
    public required string EnvironmentSid { get; init; }

    /// <summary>The domain suffix, empty for production.</summary>
    public required string EnvironmentSuffix { get; init; }

    /// <summary>The host name.</summary>
    public required string DomainName { get; init; }

    /// <summary><c>ZB…</c></summary>
    public required string BuildSid { get; init; }

    /// <summary>The Build that was served before, or null.</summary>
    public required string? PreviousBuildSid { get; init; }

    /// <summary>The runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>How many contents were uploaded.</summary>
    public required int Uploaded { get; init; }

    /// <summary>How many contents the platform had already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>What can be reached.</summary>
    public required IReadOnlyList<DeployedEndpoint> Endpoints { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }
}
