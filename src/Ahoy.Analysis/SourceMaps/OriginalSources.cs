using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>
/// The sources of a compiled file, as far as their texts are at hand: findings are told there, comments there suppress, and edits are made there where the
/// compiler has left the lines as they were.
/// </summary>
internal sealed class OriginalSources
{
    private readonly SourceFile _compiled;
    private readonly OriginalPlaces _places;
    private readonly Func<string, SourceFile?> _find;

    private OriginalSources(SourceFile compiled, OriginalPlaces places, Func<string, SourceFile?> find)
    {
        _compiled = compiled;
        _places = places;
        _find = find;
    }

    /// <summary>The sources that a map leads to; null where there is none that can be read.</summary>
    /// <param name="compiled">The compiled file.</param>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="root">The project's folder, absolute.</param>
    /// <param name="readMap">Reads a map; null where there is none.</param>
    /// <param name="readSource">Reads a source: an object as <see cref="SourceFile.Of(object)"/> takes it; null where it is not at hand.</param>
    public static OriginalSources? Of(SourceFile compiled, string path, string root, Func<string, string?> readMap, Func<string, object?> readSource)
    {
        var sources = new Dictionary<string, SourceFile?>(StringComparer.Ordinal);
        SourceFile? Find(string file)
        {
            if (!sources.TryGetValue(file, out var source))
            {
                source = readSource(file) is { } text ? SourceFile.Of(text) : null;
                sources.Add(file, source);
            }

            return source;
        }

        return OriginalPlaces.Of(compiled, path, root, readMap, file => Find(file) is not null) is { } places
            ? new OriginalSources(compiled, places, Find)
            : null;
    }

    /// <summary>What a part of the compiled file was made of; null where a map does not say, or says what can't be.</summary>
    public OriginalSpan? Find(int start, int end)
    {
        if (_places.Find(start) is not { } place || _find(place.File) is not { } source || OffsetOf(source, place) is not { } from)
        {
            return null;
        }

        // Types and line ends apart, what stands there is mostly the same; and so is what comes before it in the same part.
        var skipped = start - place.CompiledStart;
        if (skipped > 0 && from + skipped <= source.Text.Length && string.CompareOrdinal(source.Text, from, _compiled.Text, place.CompiledStart, skipped) == 0)
        {
            from += skipped;
        }

        var length = end - start;
        if (from + length <= source.Text.Length && string.CompareOrdinal(source.Text, from, _compiled.Text, start, length) == 0)
        {
            return new OriginalSpan(place.File, source, from, from + length);
        }

        var to = length > 1 && _places.Find(end - 1) is { } last && last.File == place.File && OffsetOf(source, last) is { } lastOffset && lastOffset > from
            ? EndOfWord(source.Text, lastOffset)
            : EndOfWord(source.Text, from);
        return new OriginalSpan(place.File, source, from, to);
    }

    /// <summary>Whether a part of the compiled file was made of a package's code.</summary>
    public bool IsOfPackage(int start) => _places.IsOfPackage(start);

    /// <summary>Edits of the compiled file as edits of its source; null where the source has another shape there.</summary>
    public (string Path, IReadOnlyList<TextEdit> Edits)? Translate(IReadOnlyList<TextEdit> edits)
    {
        string? path = null;
        var translated = new List<TextEdit>(edits.Count);
        foreach (var edit in edits)
        {
            if (Translate(edit) is not var (file, made) || (path ?? file) != file)
            {
                return null;
            }

            path = file;
            translated.Add(made);
        }

        return path is null ? null : (path, [.. translated.OrderBy(edit => edit.Start)]);
    }

    private (string Path, TextEdit Edit)? Translate(TextEdit edit)
    {
        if (FindLine(edit.Start) is not { } first || (edit.Length == 0 ? first : FindLine(edit.End)) is not { } last || last.Path != first.Path)
        {
            return null;
        }

        // Each line between has to be the same one, too.
        var lines = _compiled.Lines.PositionOf(edit.End).Line - _compiled.Lines.PositionOf(edit.Start).Line;
        if (last.Line - first.Line != lines)
        {
            return null;
        }

        for (var i = 1; i < lines; i++)
        {
            if (TextOf(first.Source, first.Line + i).Trim() != TextOf(_compiled, _compiled.Lines.PositionOf(edit.Start).Line + i).Trim())
            {
                return null;
            }
        }

        var text = first.From == first.To ? edit.NewText : edit.NewText.Replace("\n" + first.From, "\n" + first.To);
        if (first.From != first.To && first.From.Length > 0 && edit.Start == first.CompiledStart && text.StartsWith(first.From, StringComparison.Ordinal))
        {
            text = first.To + text.Substring(first.From.Length);
        }

        var (start, end) = (first.OffsetOf(edit.Start), last.OffsetOf(edit.End));
        return end < start ? null : (first.Path, new TextEdit(start, end - start, text));
    }

    // The line of the source that a compiled line is, but for its indentation.
    private SameLine? FindLine(int offset)
    {
        var line = _compiled.Lines.PositionOf(offset).Line;
        var text = TextOf(_compiled, line);
        var indentation = IndentationOf(text);
        var start = _compiled.Lines.StartOf(line);
        if (text.Trim().Length == 0
            || _places.Find(start + indentation.Length) is not { } place
            || _find(place.File) is not { } source
            || place.Line >= source.Lines.Count
            || TextOf(source, place.Line) is var original && original.Trim() != text.Trim())
        {
            return null;
        }

        return new SameLine(place.File, source, place.Line, start, source.Lines.StartOf(place.Line), indentation, IndentationOf(original));
    }

    private static string TextOf(SourceFile file, int line)
    {
        var start = file.Lines.StartOf(line);
        var end = line + 1 < file.Lines.Count ? file.Lines.StartOf(line + 1) : file.Text.Length;
        return file.Text.Substring(start, end - start).TrimEnd('\r', '\n', '\u2028', '\u2029');
    }

    private static string IndentationOf(string line) => line.Substring(0, line.Length - line.TrimStart().Length);

    private static int? OffsetOf(SourceFile source, OriginalPlace place)
    {
        if (place.Line >= source.Lines.Count)
        {
            return null;
        }

        var offset = source.Lines.StartOf(place.Line) + place.Column;
        return offset <= source.Text.Length && source.Lines.PositionOf(offset).Line == place.Line ? offset : null;
    }

    private static int EndOfWord(string text, int offset)
    {
        var end = offset;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
        {
            end++;
        }

        return end == offset && end < text.Length && text[end] is not ('\r' or '\n') ? end + 1 : end;
    }

    private sealed record SameLine(string Path, SourceFile Source, int Line, int CompiledStart, int OriginalStart, string From, string To)
    {
        public int OffsetOf(int offset)
        {
            var column = offset - CompiledStart;
            return OriginalStart + (column == 0 ? 0 : column <= From.Length ? To.Length : column - From.Length + To.Length);
        }
    }
}
