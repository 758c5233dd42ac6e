namespace Ahoy.Model;

/// <summary>A Function or an Asset: one file of a Service, as every part of Ahoy describes it.</summary>
public sealed class Resource
{
    /// <summary>Describes a resource.</summary>
    /// <exception cref="ArgumentException"><paramref name="path"/> has no leading slash.</exception>
    public Resource(
        ResourceKind kind,
        string path,
        Visibility visibility,
        string file,
        long size,
        string contentType,
        string sha256)
    {
        if (string.IsNullOrEmpty(path) || path[0] != '/')
        {
            throw new ArgumentException($"The path '{path}' of a resource must begin with a slash.", nameof(path));
        }

        Kind = kind;
        Path = path;
        Visibility = visibility;
        File = file;
        Size = size;
        ContentType = contentType;
        Sha256 = sha256;
    }

    /// <summary>Function or Asset.</summary>
    public ResourceKind Kind { get; }

    /// <summary>The path in the Service, with a leading slash: <c>/sms/reply</c>, <c>/style.css</c>.</summary>
    public string Path { get; }

    /// <summary>Who can reach it.</summary>
    public Visibility Visibility { get; }

    /// <summary>
    /// The source file, relative to the project and with forward slashes: <c>functions/sms/reply.protected.js</c>.
    /// Messages name it; nothing is read from it once the Build is made.
    /// </summary>
    public string File { get; }

    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; }

    /// <summary>The media type, with a <c>charset</c> for text.</summary>
    public string ContentType { get; }

    /// <summary>The SHA-256 of the content, as 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Visibility} {Kind} {Path}";
}
