using System.Text;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Parsing;

namespace Ahoy.Benchmarks;

/// <summary>The JavaScript below a folder, in memory.</summary>
internal sealed class Corpus
{
    private static readonly string[] s_extensions = [".js", ".cjs", ".mjs"];

    private Corpus(IReadOnlyList<(string Text, ParseOptions Options)> sources, long bytes)
    {
        Sources = sources;
        Bytes = bytes;
    }

    public IReadOnlyList<(string Text, ParseOptions Options)> Sources { get; }

    /// <summary>The size of the files, as they are on disk.</summary>
    public long Bytes { get; }

    public static Corpus Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => s_extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return new Corpus([.. files.Select(ReadFile)], files.Sum(file => new FileInfo(file).Length));
    }

    /// <summary>CommonJS, unless only a module's syntax reads it without errors.</summary>
    private static (string Text, ParseOptions Options) ReadFile(string file)
    {
        var text = File.ReadAllText(file, Encoding.UTF8);
        var options = new ParseOptions { SourceType = SourceType.CommonJs };
        return Path.GetExtension(file) == ".mjs" || JavaScriptParser.Parse(text, options).Errors.Count > 0
            ? (text, new ParseOptions { SourceType = SourceType.Module })
            : (text, options);
    }
}
