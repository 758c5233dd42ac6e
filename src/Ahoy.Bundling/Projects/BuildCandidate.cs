using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>What would become a Build, before it is checked.</summary>
public sealed class BuildCandidate
{
    /// <summary>Makes it.</summary>
    /// <param name="service">The Service's name.</param>
    /// <param name="runtime">The runtime: <c>node22</c>.</param>
    /// <param name="resources">The Functions and Assets.</param>
    /// <param name="manifest">The package.json, or null.</param>
    /// <param name="environments">The environment files.</param>
    /// <param name="serviceSource">The file that gives the Service its name, relative to the project, or null.</param>
    /// <param name="runtimePlace">Where the runtime is written, or null.</param>
    public BuildCandidate(
        string service,
        string runtime,
        IReadOnlyList<ResourceContent> resources,
        CandidateManifest? manifest = null,
        IReadOnlyList<CandidateEnvironment>? environments = null,
        string? serviceSource = null,
        WrittenPlace? runtimePlace = null)
    {
        Service = service;
        Runtime = runtime;
        Resources = resources;
        Manifest = manifest;
        Environments = environments ?? [];
        ServiceSource = serviceSource;
        RuntimePlace = runtimePlace;
    }

    /// <summary>The Service's name.</summary>
    public string Service { get; }

    /// <summary>The file that gives the Service its name, or null.</summary>
    public string? ServiceSource { get; }

    /// <summary>Where the runtime is written, or null.</summary>
    public WrittenPlace? RuntimePlace { get; }

    /// <summary>The runtime.</summary>
    public string Runtime { get; }

    /// <summary>The Functions and Assets.</summary>
    public IReadOnlyList<ResourceContent> Resources { get; }

    /// <summary>The package.json, or null.</summary>
    public CandidateManifest? Manifest { get; }

    /// <summary>The environment files.</summary>
    public IReadOnlyList<CandidateEnvironment> Environments { get; }

    /// <summary>The project's folder, absolute; null for what was deployed.</summary>
    public string? Folder { get; set; }

    /// <summary>Files below the Functions folder that Node takes for ES modules (<c>.mjs</c>), relative to the project.</summary>
    public IReadOnlyList<string> ModuleFiles { get; set; } = [];

    /// <summary>Finds the Node that runs the Functions on this machine; null where nobody asks, as for what was deployed.</summary>
    public Func<NodeInstallation?>? FindNode { get; set; }

    /// <summary>Whether what Functions need is in their files already: then of the packages, those of the platform alone are deployed.</summary>
    public bool IsBundled { get; set; }

    /// <summary>The packages that the platform installs: name and requested version.</summary>
    public IEnumerable<KeyValuePair<string, string>> Dependencies =>
        (Manifest?.Content.Dependencies ?? new Dictionary<string, string>()).Where(package => !IsBundled || PlatformModules.Contains(package.Key));

    /// <summary>The Build that it becomes.</summary>
    public Build ToBuild()
    {
        var versions = Manifest?.Lock?.Versions ?? new Dictionary<string, string>();

        // Of the platform's own module it is package.json that counts: the lock file may have the last version that npm has.
        var dependencies = Dependencies.Select(d => new Dependency(
            d.Key,
            d.Value,
            d.Key != PlatformModules.RuntimeHandler && versions.TryGetValue(d.Key, out var locked) ? locked : Manifest?.FindPublishedVersion(d.Key)));
        return new Build(Service, Runtime, dependencies, Resources.Select(content => content.Resource));
    }
}
