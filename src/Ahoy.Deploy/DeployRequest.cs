using Ahoy.Bundling.Output;

namespace Ahoy.Deploy;

/// <summary>What to deploy, and where to.</summary>
public sealed record DeployRequest
{
    /// <summary>The Build.</summary>
    public required BuildReader Source { get; init; }

    /// <summary>The Service's SID; null to find it by its name, and to make it where there is none.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>
    /// The SID of the Service that was deployed to last; it counts where <see cref="ServiceSid"/> is null, and where it is gone the Service
    /// is found by its name.
    /// </summary>
    public string? LastServiceSid { get; init; }

    /// <summary>The Service's name; null for the Build's.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The domain suffix of the Environment, empty for production; or its SID.</summary>
    public string Environment { get; init; } = "dev";

    /// <summary>The variables to set; others of the Environment are left alone.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>Whether to make sure in the end that each public resource answers.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>How long a Build may take.</summary>
    public TimeSpan BuildTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
