namespace Ahoy.Model;

/// <summary>Resources that a list shows as one line: one, or all of a kind and a visibility below a folder.</summary>
/// <typeparam name="T">What describes a resource.</typeparam>
public sealed class ResourceGroup<T>
{
    internal ResourceGroup(ResourceKind kind, Visibility visibility, string folder, IReadOnlyList<T> resources)
    {
        Kind = kind;
        Visibility = visibility;
        Folder = folder;
        Resources = resources;
    }

    /// <summary>Functions or Assets.</summary>
    public ResourceKind Kind { get; }

    /// <summary>Who can reach them.</summary>
    public Visibility Visibility { get; }

    /// <summary>What their paths begin with, from a slash to a slash: <c>/sms/</c>.</summary>
    public string Folder { get; }

    /// <summary>The resources.</summary>
    public IReadOnlyList<T> Resources { get; }

    /// <summary>How many of what: <c>12 Functions</c>.</summary>
    public string Count => ResourceGroups.Count(Resources.Count, Kind);
}
