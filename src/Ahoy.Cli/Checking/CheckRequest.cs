using Ahoy.Cli.Connections;
using Ahoy.Cli.Proofs;
using Ahoy.Host.Commands;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>What a run of <c>ahoy check</c> is asked for.</summary>
/// <param name="Folders">The projects' folders.</param>
/// <param name="Given">What is given beside them.</param>
/// <param name="Format">How the result is written.</param>
internal sealed record CheckRequest(IReadOnlyList<string> Folders, GivenSettings Given, ReportFormat Format)
{
    /// <summary>The file to write to; null for the standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to correct what can be corrected.</summary>
    public bool Fix { get; init; }

    /// <summary>The baseline, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether to bring it up to date.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>The revision to compare with; null to report everything.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>The configuration file; null for each project's own.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>What is run to show what was found.</summary>
    public ProvingOptions Proving { get; init; } = new();

    /// <summary>Whether no configuration is read.</summary>
    public bool NoConfiguration { get; init; }

    /// <summary>How a project is served that is checked so.</summary>
    public StartSettings ServiceSettings() => new()
    {
        FunctionsFolder = Given.FunctionsFolder,
        AssetsFolder = Given.AssetsFolder,
        EnvFile = Given.EnvFile,
        Node = Proving.Node,
        ConfigurationFile = ConfigurationFile,
        ReadsConfiguration = !NoConfiguration,
        CompilesTypeScript = Given.CompilesTypeScript ?? true,
    };

    /// <summary>The configuration; null leaves it to each project.</summary>
    public ToolkitConfiguration? ReadConfiguration() => NoConfiguration
        ? ToolkitConfiguration.Empty
        : ConfigurationFile is { } file ? ProjectDefaults.Load(".", file, "check").Configuration : null;
}
