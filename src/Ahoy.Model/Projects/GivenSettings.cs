namespace Ahoy.Model;

/// <summary>
/// What somebody says of a project outside its folder: the options of a command, or the properties of a project file. What is null or
/// empty is left to the project's configuration, and then to the default.
/// </summary>
public sealed class GivenSettings
{
    /// <summary>What these settings are called where they are given; messages name it.</summary>
    public SettingNames Names { get; init; } = SettingNames.Options;

    /// <summary>Whether the project is started as it lies there (<c>ahoy start</c>), and not built: the configuration's scope <c>start</c> counts for its folders.</summary>
    public bool IsOfStart { get; init; }

    /// <summary>Whether TypeScript is compiled; where it is not, somebody else has compiled it. Null leaves it to the project file, and then it is.</summary>
    public bool? CompilesTypeScript { get; init; }

    /// <summary>Whether each Function is bundled with what it needs. Null leaves it to the project file, and then none is.</summary>
    public bool? Bundles { get; init; }

    /// <summary>The Functions folder, relative to the project.</summary>
    public string? FunctionsFolder { get; init; }

    /// <summary>The Assets folder, relative to the project.</summary>
    public string? AssetsFolder { get; init; }

    /// <summary>The environment file to run with, relative to the project or absolute.</summary>
    public string? EnvFile { get; init; }

    /// <summary>The environment file to deploy with; <see cref="EnvFile"/> where it is left out.</summary>
    public string? DeployEnvFile { get; init; }

    /// <summary>The Service's name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The SID of the Service to deploy to.</summary>
    public string? ServiceSid { get; init; }

    /// <summary>The runtime: <c>node22</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>The port to serve at.</summary>
    public string? Port { get; init; }

    /// <summary>The Environment to deploy to: its domain suffix; empty for production, null where it is left out.</summary>
    public string? Environment { get; init; }

    /// <summary>The account that is deployed to, for the configuration's scope <c>projects</c>.</summary>
    public string? AccountSid { get; init; }

    /// <summary>The region that is deployed to, for the same scope; null or empty for the default one.</summary>
    public string? Region { get; init; }
}
