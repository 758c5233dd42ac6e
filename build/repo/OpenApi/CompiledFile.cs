using System.IO.Compression;
using System.Text;

namespace Ahoy.OpenApi;

/// <summary>One document, compiled: <paramref name="Content"/> is what DocumentReader of Ahoy.Simulator reads.</summary>
internal sealed record CompiledDocument(string Name, string Host, IReadOnlyList<string> Prefixes, int Operations, byte[] Content);

/// <summary>All documents, compiled, and the package that they come from.</summary>
internal sealed record CompiledDocuments(string Source, IReadOnlyList<CompiledDocument> Documents);

/// <summary>
/// The compiled file: a table of the documents (small, read at the start) and each document's content, compressed for itself, so that a
/// request unpacks the one document that it needs.
/// </summary>
internal static class CompiledFile
{
    internal const uint Magic = 0x31504f41;

    internal static byte[] Write(CompiledDocuments compiled)
    {
        var packed = compiled.Documents.Select(document => Compress(document.Content)).ToList();
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(compiled.Source);
        writer.Write7BitEncodedInt(packed.Count);
        for (var i = 0; i < packed.Count; i++)
        {
            var document = compiled.Documents[i];
            writer.Write(document.Name);
            writer.Write(document.Host);
            writer.Write7BitEncodedInt(document.Prefixes.Count);
            foreach (var prefix in document.Prefixes)
            {
                writer.Write(prefix);
            }

            writer.Write7BitEncodedInt(document.Operations);
            writer.Write7BitEncodedInt(document.Content.Length);
            writer.Write7BitEncodedInt(packed[i].Length);
        }

        foreach (var bytes in packed)
        {
            writer.Write(bytes);
        }

        writer.Flush();
        return output.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(content);
        }

        return output.ToArray();
    }
}
