namespace Ahoy.Model;

/// <summary>
/// What the rules need to know of a project besides the file that they look at: its resources, the names of its variables
/// (never their values), its packages.
/// </summary>
public sealed class ProjectSummary
{
    private readonly HashSet<string> _variables;
    private readonly Dictionary<string, RequireSupport> _requireSupport;
    private readonly Dictionary<string, DependencyKind> _packages;
    private readonly Dictionary<string, ProjectResource> _files;

    /// <summary>Describes a project.</summary>
    /// <param name="runtime">The runtime: <c>node22</c>.</param>
    /// <param name="resources">Its Functions and Assets.</param>
    /// <param name="variables">The names in its environment file; null where it has none.</param>
    /// <param name="packages">What its <c>package.json</c> lists; null where it has none.</param>
    /// <param name="requireSupport">What <c>require</c> can do with these, where it is installed and does not just work.</param>
    public ProjectSummary(
        string runtime,
        IReadOnlyList<ProjectResource> resources,
        IEnumerable<string>? variables,
        IEnumerable<KeyValuePair<string, DependencyKind>>? packages,
        IEnumerable<KeyValuePair<string, RequireSupport>> requireSupport)
    {
        Runtime = runtime;
        Resources = resources;
        _files = new Dictionary<string, ProjectResource>(resources.Count, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            // The first one of a file counts.
            if (!_files.ContainsKey(resource.File))
            {
                _files.Add(resource.File, resource);
            }
        }

        HasEnvFile = variables is not null;
        HasPackageManifest = packages is not null;
        _variables = new HashSet<string>(variables ?? [], StringComparer.Ordinal);
        _requireSupport = requireSupport.ToDictionary(package => package.Key, package => package.Value, StringComparer.Ordinal);
        _packages = new Dictionary<string, DependencyKind>(StringComparer.Ordinal);
        foreach (var package in packages ?? [])
        {
            // npm installs what stands in several lists as the strongest of them, which the callers give first.
            if (!_packages.ContainsKey(package.Key))
            {
                _packages.Add(package.Key, package.Value);
            }
        }
    }

    /// <summary>A project of which nothing is known: rules that would need more stay silent.</summary>
    public static ProjectSummary Unknown { get; } = new(NodeRuntime.Default, [], null, null, []);

    /// <summary>Whether anything is known of the project.</summary>
    public bool IsKnown => !ReferenceEquals(this, Unknown);

    /// <summary>The runtime: <c>node22</c>.</summary>
    public string Runtime { get; }

    /// <summary>The Functions and Assets.</summary>
    public IReadOnlyList<ProjectResource> Resources { get; }

    /// <summary>Finds the Function or Asset of a file; null where it is none.</summary>
    /// <param name="file">The file, relative to the project.</param>
    public ProjectResource? FindFile(string file) => _files.TryGetValue(file, out var resource) ? resource : null;

    /// <summary>Whether the project has an environment file.</summary>
    public bool HasEnvFile { get; }

    /// <summary>The names of the variables in the environment file.</summary>
    public IReadOnlyCollection<string> Variables => _variables;

    /// <summary>Whether the project has a <c>package.json</c> that can be read.</summary>
    public bool HasPackageManifest { get; }

    /// <summary>The packages that <c>package.json</c> lists.</summary>
    public IReadOnlyDictionary<string, DependencyKind> Packages => _packages;

    /// <summary>The listed packages that <c>require</c> does not just load.</summary>
    public IReadOnlyDictionary<string, RequireSupport> PackagesBeyondRequire => _requireSupport;

    /// <summary>Whether the environment file has a variable of this name.</summary>
    public bool HasVariable(string name) => _variables.Contains(name);

    /// <summary>What <c>require</c> can do with a package.</summary>
    public RequireSupport RequireSupportOf(string package) =>
        _requireSupport.TryGetValue(package, out var support) ? support : RequireSupport.Works;
}
