namespace Ahoy.Model;

/// <summary>
/// A set of resources with their dependencies and runtime: what is deployed and run. Page: Deploying with the Serverless Toolkit.
/// </summary>
public sealed class Build
{
    /// <summary>Makes a Build; resources and dependencies are put in order, so that equal Builds are equal in every byte.</summary>
    public Build(string service, string runtime, IEnumerable<Dependency> dependencies, IEnumerable<Resource> resources)
    {
        Service = service;
        Runtime = runtime;
        Dependencies = dependencies.OrderBy(d => d.Name, StringComparer.Ordinal).ToArray();
        Resources = resources
            .OrderBy(r => r.Kind)
            .ThenBy(r => r.Path, StringComparer.Ordinal)
            .ThenBy(r => r.File, StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>The Service's name.</summary>
    public string Service { get; }

    /// <summary>The runtime's name: <c>node22</c>.</summary>
    public string Runtime { get; }

    /// <summary>The npm modules, by name.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; }

    /// <summary>Functions, then Assets, each by path.</summary>
    public IReadOnlyList<Resource> Resources { get; }
}
