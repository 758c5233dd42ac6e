using System.Collections.Concurrent;

namespace Ahoy.Analysis.Engine;

/// <summary>
/// The other files of a project as the rules of one file see them. What they asked for is what their findings depend on besides the
/// file itself, so that the edit of any other file leaves the findings in place.
/// </summary>
internal sealed class ConsultedSources
{
    private readonly ConcurrentDictionary<ProjectResource, SourceFile?> _asked = new();

    public ConsultedSources(ProjectSources sources) => Sources = sources;

    /// <summary>Where they come from.</summary>
    public ProjectSources Sources { get; }

    /// <summary>The file of a resource; null where it can't be read.</summary>
    public SourceFile? Find(ProjectResource resource) => _asked.GetOrAdd(resource, Sources.Find);

    /// <summary>Whether other sources give the same files for what was asked of these.</summary>
    public bool AreSameIn(ConsultedSources other) =>
        ReferenceEquals(this, other) || _asked.All(asked => ReferenceEquals(asked.Value, other.Sources.Find(asked.Key)));
}
