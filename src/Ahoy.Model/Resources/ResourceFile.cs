namespace Ahoy.Model;

/// <summary>A file that is a resource, before its content is looked at.</summary>
public sealed class ResourceFile
{
    /// <summary>Describes a file.</summary>
    /// <param name="kind">Function or Asset.</param>
    /// <param name="fullPath">The file, absolute.</param>
    /// <param name="file">The file relative to the project, with forward slashes.</param>
    /// <param name="path">The resource's path.</param>
    /// <param name="visibility">The resource's visibility.</param>
    public ResourceFile(ResourceKind kind, string fullPath, string file, string path, Visibility visibility)
    {
        Kind = kind;
        FullPath = fullPath;
        File = file;
        Path = path;
        Visibility = visibility;
    }

    /// <summary>Function or Asset.</summary>
    public ResourceKind Kind { get; }

    /// <summary>The file, absolute.</summary>
    public string FullPath { get; }

    /// <summary>The file relative to the project, with forward slashes; what messages name.</summary>
    public string File { get; }

    /// <summary>The path in the Service: <c>/sms/reply</c>.</summary>
    public string Path { get; }

    /// <summary>Who can reach it.</summary>
    public Visibility Visibility { get; }
}
