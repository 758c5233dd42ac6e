using System.Text;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Parsing;

namespace Ahoy.Benchmarks;

/// <summary>The JavaScript below a folder, in memory.</summary>
internal sealed class Corpus
{
    private static readonly string[] s_extensions = [".js", ".cjs", ".mjs"];

    private Corpus(IReadOnlyList<Source> sources) => Sources = sources;

    public IReadOnlyList<Source> Sources { get; }

    public static Corpus Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => s_extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return new Corpus([.. files.Select(ReadFile)]);
    }

    /// <summary>CommonJS, unless only a module's syntax reads it without errors.</summary>
    private static Source ReadFile(string file)
    {
        var text = File.ReadAllText(file, Encoding.UTF8);
        var options = new ParseOptions { SourceType = SourceType.CommonJs };
        if (Path.GetExtension(file) == ".mjs" || JavaScriptParser.Parse(text, options).Errors.Count > 0)
        {
            options = new ParseOptions { SourceType = SourceType.Module };
        }

        return new Source(text, options, new FileInfo(file).Length);
    }
}
