using System.Diagnostics;
using System.Globalization;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Benchmarks;

/// <summary>Prints how long the first file of a process takes, scopes included, with nothing compiled before.</summary>
internal static class ColdStart
{
    public static void Measure(string folder)
    {
        var file = Directory.EnumerateFiles(folder, "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var text = File.ReadAllText(file);
        var watch = Stopwatch.StartNew();
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.CommonJs });
        var parsed = watch.Elapsed;
        _ = ScopeTree.Create(result.Root);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{parsed.TotalMilliseconds:F1} to parse, {watch.Elapsed.TotalMilliseconds:F1} with scopes ({text.Length} characters)"));
    }
}
