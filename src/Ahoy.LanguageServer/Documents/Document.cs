using System.Text.Json;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Text;

namespace Ahoy.LanguageServer.Documents;

/// <summary>An open file as its editor has it. It never changes: an edit makes another one.</summary>
internal sealed class Document
{
    /// <summary>Beyond this a file is given up: nobody writes it by hand.</summary>
    public const int LongestText = 5 * 1000 * 1000;

    public Document(string uri, string path, int version, string text, PositionEncoding encoding)
    {
        (Uri, Path, Version, Text, Encoding) = (uri, path, version, text, encoding);
        Map = new TextMap(text, encoding);
    }

    /// <summary>The URI, as the editor wrote it.</summary>
    public string Uri { get; }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The editor's version.</summary>
    public int Version { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its positions.</summary>
    public TextMap Map { get; }

    /// <summary>How positions count.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>Whether it is too long to be looked at.</summary>
    public bool IsTooLong => Text.Length > LongestText;

    /// <summary>The document after edits, each of what the one before it left.</summary>
    /// <exception cref="RequestException">An edit has no text, or no position.</exception>
    public Document With(int version, JsonElement changes)
    {
        var current = this;
        foreach (var change in changes.Items())
        {
            var text = change.Required("text");
            var range = change.At("range");
            if (range.ValueKind == JsonValueKind.Object)
            {
                var start = current.Map.OffsetOf(range.At("start"));
                var end = Math.Max(start, current.Map.OffsetOf(range.At("end")));
                text = string.Concat(current.Text.AsSpan(0, start), text, current.Text.AsSpan(end));
            }

            current = new Document(Uri, Path, version, text, Encoding);
        }

        return ReferenceEquals(current, this) ? new Document(Uri, Path, version, Text, Encoding) : current;
    }
}
