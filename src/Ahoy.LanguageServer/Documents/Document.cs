using System.Text.Json;
using Ahoy.LanguageServer.Protocol;
using Ahoy.LanguageServer.Text;

namespace Ahoy.LanguageServer.Documents;

/// <summary>An open file as its editor has it. It never changes: an edit makes another one.</summary>
internal sealed class Document
{
    /// <summary>Beyond this a file is given up: nobody writes it by hand.</summary>
    public const int LongestText = 5 * 1000 * 1000;

    /// <summary>Makes it.</summary>
    /// <param name="uri">The URI, as the editor wrote it.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="version">The editor's version.</param>
    /// <param name="text">The text.</param>
    /// <param name="encoding">How positions count.</param>
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

    /// <summary>Whether the editor has told of an edit that can't be one of this text: what it has is not known until it tells the whole text again.</summary>
    public bool IsLost { get; private init; }

    /// <summary>Whether the text is known, and short enough to be looked at.</summary>
    public bool IsLookedAt => !IsLost && !IsTooLong;

    /// <summary>Whether it is too long to be looked at.</summary>
    public bool IsTooLong => Text.Length > LongestText;

    /// <summary>The document of which nobody here knows any more what the editor has.</summary>
    public Document Lost(int version) => new(Uri, Path, version, Text, Encoding) { IsLost = true };

    /// <summary>The document with a text that is known to be the editor's.</summary>
    public Document WithText(int version, string text) => new(Uri, Path, version, text, Encoding);

    /// <summary>Why edits can't be of this text: they are of a version that is over, or lie behind its end. Null where they can.</summary>
    /// <param name="version">The version that they make.</param>
    /// <param name="changes">The edits; a change without a range is the whole text, and always right.</param>
    public string? FindContradiction(int version, JsonElement changes)
    {
        var first = changes.Items().FirstOrDefault();
        if (first.At("range") is not { ValueKind: JsonValueKind.Object } range)
        {
            return null;
        }

        return IsLost ? "the text is not known"
            : version <= Version ? $"version {version} after {Version}"
            : range.At("start", "line").Number() >= Map.LineCount ? "an edit behind the end"
            : null;
    }

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
