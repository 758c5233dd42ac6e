using System.Text;
using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>A resource and the way to its content.</summary>
public sealed class ResourceContent
{
    private readonly Func<Stream> _open;
    private readonly KnownContent? _known;

    /// <summary>Makes it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="open">Opens the content for reading, from its beginning; it may be called more than once.</param>
    public ResourceContent(Resource resource, Func<Stream> open)
        : this(resource, open, known: null)
    {
    }

    internal ResourceContent(Resource resource, Func<Stream> open, KnownContent? known)
    {
        Resource = resource;
        _open = open;
        _known = known;
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

    /// <summary>Something that the content alone decides; an earlier build may have found it out.</summary>
    /// <param name="name">What it is called, here and in the next builds.</param>
    /// <param name="find">Finds it out.</param>
    internal bool Fact(string name, Func<bool> find) => _known is null ? find() : _known.Fact(name, find);

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
