namespace Ahoy.Model;

/// <summary>A Function or an Asset as <see cref="ProjectSummary"/> tells it.</summary>
public sealed class ProjectResource
{
    /// <summary>Describes a resource.</summary>
    public ProjectResource(ResourceKind kind, Visibility visibility, string file, string path)
    {
        Kind = kind;
        Visibility = visibility;
        File = file;
        Path = path;
    }

    /// <summary>Function or Asset.</summary>
    public ResourceKind Kind { get; }

    /// <summary>Who can reach it.</summary>
    public Visibility Visibility { get; }

    /// <summary>The file relative to the project, with forward slashes.</summary>
    public string File { get; }

    /// <summary>The path in the Service: <c>/sms/reply</c>.</summary>
    public string Path { get; }
}
