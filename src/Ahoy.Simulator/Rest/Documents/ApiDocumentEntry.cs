namespace Ahoy.Simulator.Rest.Documents;

/// <summary>A document of the compiled file, which is unpacked when it is first asked for.</summary>
internal sealed class ApiDocumentEntry
{
    private readonly Lazy<ApiDocument> _document;

    internal ApiDocumentEntry(string name, string host, string[] prefixes, int operations, Func<ApiDocument> read)
    {
        Name = name;
        Host = host;
        Prefixes = prefixes;
        Operations = operations;
        _document = new Lazy<ApiDocument>(read);
    }

    public string Name { get; }

    public string Host { get; }

    /// <summary>The first segments of its paths: what lies elsewhere is not in it.</summary>
    public string[] Prefixes { get; }

    public int Operations { get; }

    public ApiDocument Document => _document.Value;
}
