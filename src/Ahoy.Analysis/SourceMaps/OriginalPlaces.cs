using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.SourceMaps;

/// <summary>Leads places in a compiled or bundled file to the sources in the project that they were made of.</summary>
internal sealed class OriginalPlaces
{
    private const string Comment = "sourceMappingURL=";
    private const string Data = "data:application/json";
    private const string Base64 = ";base64,";

    private readonly SourceFile _compiled;
    private readonly SourceMap _map;
    private readonly string _folder;
    private readonly string _root;
    private readonly Func<string, bool> _exists;
    private readonly Dictionary<string, string?> _files = new(StringComparer.Ordinal);

    private OriginalPlaces(SourceFile compiled, SourceMap map, string folder, string root, Func<string, bool> exists)
    {
        _compiled = compiled;
        _map = map;
        _folder = folder;
        _root = root;
        _exists = exists;
    }

    /// <summary>The places of a file that a map leads from: one inside of it, one that it names, or one beside it. Null where there is none that can be read.</summary>
    /// <param name="compiled">The file.</param>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="root">The project's folder, absolute: sources outside of it are nobody's here.</param>
    /// <param name="read">Reads a file; null where there is none.</param>
    /// <param name="exists">Whether there is a file.</param>
    public static OriginalPlaces? Of(SourceFile compiled, string path, string root, Func<string, string?> read, Func<string, bool> exists)
    {
        var folder = Path.GetDirectoryName(path) ?? root;
        var named = NamedIn(compiled.Text);
        var json = named is null ? read(path + ".map")
            : named.StartsWith(Data, StringComparison.Ordinal) ? Decode(named)
            : Combine(folder, named) is { } file ? read(file)
            : null;
        return json is not null && SourceMap.Parse(json) is { } map ? new OriginalPlaces(compiled, map, folder, root, exists) : null;
    }

    /// <summary>
    /// The place that something was made of; null where that is not in the project, or not known. What a map leaves out, as compilers do with what they add and within texts of many lines, is of
    /// what comes before it in the same function.
    /// </summary>
    public OriginalPlace? Find(int offset)
    {
        offset = Math.Min(offset, _compiled.Text.Length);
        var position = _compiled.Lines.PositionOf(offset);
        return _map.FindLast(position.Line, position.Column, FirstLineFor(offset, position.Line)) is { } found && FileOf(found.Source) is { } file
            ? new OriginalPlace(file, found.Line, found.Column, _compiled.Lines.StartOf(found.CompiledLine) + found.CompiledColumn)
            : null;
    }

    /// <summary>Whether something was made of a package's code, which a bundler has taken in: nobody here wrote it.</summary>
    public bool IsOfPackage(int offset)
    {
        offset = Math.Min(offset, _compiled.Text.Length);
        var position = _compiled.Lines.PositionOf(offset);
        return _map.FindLast(position.Line, position.Column, FirstLineFor(offset, position.Line)) is { Source: var source }
            && (source.StartsWith("node_modules/", StringComparison.Ordinal) || source.IndexOf("/node_modules/", StringComparison.Ordinal) >= 0);
    }

    private int FirstLineFor(int offset, int line)
    {
        var around = _compiled.Nodes.Functions.LastOrDefault(function => function.Start <= offset && offset <= function.End) as Node
            ?? _compiled.Program.Body.FirstOrDefault(statement => statement.Start <= offset && offset <= statement.End);
        return around is null ? line : _compiled.Lines.PositionOf(around.Start).Line;
    }

    /// <summary>What the last comment of a file names as its map.</summary>
    private static string? NamedIn(string text)
    {
        var at = text.LastIndexOf(Comment, StringComparison.Ordinal);
        if (at < 3 || text[at - 1] is not (' ' or '\t') || text[at - 2] is not ('#' or '@') || text[at - 3] is not ('/' or '*'))
        {
            return null;
        }

        var start = at + Comment.Length;
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '*')
        {
            end++;
        }

        return end > start ? text.Substring(start, end - start) : null;
    }

    private static string? Decode(string address)
    {
        var comma = address.IndexOf(',');
        if (comma < 0)
        {
            return null;
        }

        try
        {
            var content = address.Substring(comma + 1);
            return address.IndexOf(Base64, StringComparison.Ordinal) is var at && at >= 0 && at < comma
                ? Encoding.UTF8.GetString(Convert.FromBase64String(content))
                : Uri.UnescapeDataString(content);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The file of the project that a source's name stands for; bundlers write <c>webpack://name/./src/send.js</c>.</summary>
    private string? FileOf(string source)
    {
        if (!_files.TryGetValue(source, out var file))
        {
            var scheme = source.IndexOf("://", StringComparison.Ordinal);
            file = scheme < 0
                ? Combine(_folder, source)
                : source.IndexOf("/./", scheme, StringComparison.Ordinal) is var at and >= 0 ? Combine(_root, source.Substring(at + 3)) : null;
            file = file is not null && IsInProject(file) && _exists(file) ? file : null;
            _files.Add(source, file);
        }

        return file;
    }

    private bool IsInProject(string file)
    {
        var folder = Path.GetFullPath(_root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return file.StartsWith(folder, StringComparison.Ordinal)
            && file.IndexOf(Path.DirectorySeparatorChar + "node_modules" + Path.DirectorySeparatorChar, StringComparison.Ordinal) < 0;
    }

    private static string? Combine(string folder, string name)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(name)));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException)
        {
            return null;
        }
    }
}
