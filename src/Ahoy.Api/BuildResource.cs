namespace Ahoy.Api;

/// <summary>A Build: a set of Versions with their npm modules and runtime, none of which ever changes.</summary>
public sealed record BuildResource
{
    /// <summary><c>ZB…</c></summary>
    public required string Sid { get; init; }

    /// <summary><c>AC…</c></summary>
    public required string AccountSid { get; init; }

    /// <summary><c>ZS…</c></summary>
    public required string ServiceSid { get; init; }

    /// <summary>How far it is.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>The Versions of Assets in it.</summary>
    public required IReadOnlyList<VersionResource> AssetVersions { get; init; }

    /// <summary>The Versions of Functions in it.</summary>
    public required IReadOnlyList<VersionResource> FunctionVersions { get; init; }

    /// <summary>Its npm modules, or null where the platform does not say.</summary>
    public IReadOnlyList<BuildDependency>? Dependencies { get; init; }

    /// <summary>Its runtime: <c>node22</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset DateCreated { get; init; }

    /// <summary>When its status last changed.</summary>
    public required DateTimeOffset DateUpdated { get; init; }

    /// <summary>The absolute URL of this resource.</summary>
    public required string Url { get; init; }

    /// <summary>The absolute URL of the status.</summary>
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
