using System.Collections.Concurrent;

namespace Ahoy.LanguageServer.Documents;

/// <summary>The open files, by path: an editor and the file system may write one URI in two ways.</summary>
internal sealed class DocumentStore
{
    private readonly ConcurrentDictionary<string, Document> _byPath = new(FilePaths.Comparer);

    /// <summary>All of them.</summary>
    public ICollection<Document> All => _byPath.Values;

    /// <summary>The document of a path; null where it is not open.</summary>
    public Document? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Opens a document, or replaces it.</summary>
    public void Put(Document document) => _byPath[document.Path] = document;

    /// <summary>Closes one.</summary>
    public Document? Remove(string path) => _byPath.TryRemove(path, out var document) ? document : null;
}
