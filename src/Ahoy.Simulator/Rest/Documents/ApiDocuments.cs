using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Ahoy.Simulator.Rest.Documents;

/// <summary>
/// Twilio's OpenAPI documents, as build/repo/OpenApi compiled them. Opening reads the table of documents alone; a document is unpacked with
/// the first request for its host and version.
/// </summary>
internal sealed class ApiDocuments
{
    private const uint Magic = 0x31504f41;

    private static readonly Lazy<ApiDocuments> s_embedded = new(() => Open(() => typeof(ApiDocuments).Assembly.GetManifestResourceStream("twilio.openapi")!));

    private readonly Dictionary<string, List<ApiDocumentEntry>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    private ApiDocuments(string source, IReadOnlyList<ApiDocumentEntry> entries)
    {
        Source = source;
        Entries = entries;
        foreach (var entry in entries)
        {
            (_hosts.TryGetValue(entry.Host, out var list) ? list : _hosts[entry.Host] = []).Add(entry);
        }
    }

    /// <summary>The documents that ship with the simulator.</summary>
    public static ApiDocuments Embedded => s_embedded.Value;

    /// <summary>The npm package and version that they come from.</summary>
    public string Source { get; }

    public IReadOnlyList<ApiDocumentEntry> Entries { get; }

    /// <summary>Opens a compiled file; <paramref name="open"/> is called again for each document.</summary>
    public static ApiDocuments Open(Func<Stream> open)
    {
        using var stream = open();
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("This is no file of compiled OpenAPI documents.");
        }

        var source = reader.ReadString();
        var heads = new (string Name, string Host, string[] Prefixes, int Operations, int Length, int Packed)[reader.Read7BitEncodedInt()];
        for (var i = 0; i < heads.Length; i++)
        {
            var (name, host) = (reader.ReadString(), reader.ReadString());
            var prefixes = new string[reader.Read7BitEncodedInt()];
            for (var j = 0; j < prefixes.Length; j++)
            {
                prefixes[j] = reader.ReadString();
            }

            heads[i] = (name, host, prefixes, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        }

        var entries = new ApiDocumentEntry[heads.Length];
        var offset = stream.Position;
        for (var i = 0; i < heads.Length; i++)
        {
            var (name, host, prefixes, operations, length, packed) = heads[i];
            var start = offset;
            entries[i] = new ApiDocumentEntry(name, host, prefixes, operations, () => Read(open, name, host, start, packed, length));
            offset += packed;
        }

        return new ApiDocuments(source, entries);
    }

    /// <summary>The documents of a host such as `sync.twilio.com`, of all versions.</summary>
    public IReadOnlyList<ApiDocumentEntry> For(string host)
    {
        return _hosts.TryGetValue(host, out var list) ? list : [];
    }

    /// <summary>
    /// Finds what a request's path means at a host, or null. Two documents may have the same path with different methods: the one that has the
    /// request's goes before the other.
    /// </summary>
    public ApiPath? Route(string host, string method, string path, out Dictionary<string, string> values)
    {
        values = new Dictionary<string, string>(StringComparer.Ordinal);
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var prefix = end < 0 ? path.AsSpan(Math.Min(1, path.Length)) : path.AsSpan(1, end - 1);
        ApiPath? first = null;
        foreach (var entry in For(host))
        {
            if (!HasPrefix(entry, prefix))
            {
                continue;
            }

            var own = new Dictionary<string, string>(StringComparer.Ordinal);
            if (entry.Document.Route(path, own) is { } found && (first is null || found.Find(method) is not null))
            {
                (first, values) = (found, own);
                if (found.Find(method) is not null)
                {
                    break;
                }
            }
        }

        return first;
    }

    private static bool HasPrefix(ApiDocumentEntry entry, ReadOnlySpan<char> prefix)
    {
        foreach (var candidate in entry.Prefixes)
        {
            if (prefix.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static ApiDocument Read(Func<Stream> open, string name, string host, long start, int packed, int length)
    {
        var input = ArrayPool<byte>.Shared.Rent(packed);
        var output = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            using var stream = open();
            stream.Position = start;
            stream.ReadExactly(input, 0, packed);
            if (!BrotliDecoder.TryDecompress(input.AsSpan(0, packed), output, out var written) || written != length)
            {
                throw new InvalidDataException($"The compiled document {name} is damaged.");
            }

            return DocumentReader.Read(name, host, output.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
            ArrayPool<byte>.Shared.Return(output);
        }
    }
}
