using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>A resource and the way to its content.</summary>
public sealed class ResourceContent
{
    private readonly Func<Stream> _open;

    /// <summary>Makes it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="open">Opens the content for reading, from its beginning; it may be called more than once.</param>
    public ResourceContent(Resource resource, Func<Stream> open)
    {
        Resource = resource;
        _open = open;
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>Opens the content. The caller closes it.</summary>
    public Stream Open() => _open();

    /// <summary>The content as text.</summary>
    public string ReadText()
    {
        using var reader = new StreamReader(_open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The first bytes of the content, at most so many.</summary>
    internal byte[] ReadHead(int length)
    {
        using var stream = _open();
        var buffer = new byte[Math.Min(length, Resource.Size)];
        var read = 0;
        while (read < buffer.Length && stream.Read(buffer, read, buffer.Length - read) is > 0 and var count)
        {
            read += count;
        }

        Array.Resize(ref buffer, read);
        return buffer;
    }
}
