using System.Diagnostics;
using System.Globalization;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Benchmarks;

/// <summary>
/// Prints, for the parser alone and with scopes and for its peers in .NET, the warm speed on one core in MB/s (the best round) and the
/// bytes allocated for each character of source, in columns as bench/commands/parser.mjs does for the peers in Node.
/// </summary>
internal static class WholeCorpus
{
    private const int Rounds = 10;

    // The peers' parsers call themselves for each level of a program, without a bound.
    private const int StackBytes = 256 * 1024 * 1024;

    public static void Measure(string folder)
    {
        var thread = new Thread(() => MeasureAll(Corpus.Read(folder)), StackBytes);
        thread.Start();
        thread.Join();
    }

    private static void MeasureAll(Corpus corpus)
    {
        var all = corpus.Sources;
        Measure("Ahoy.JavaScript", all, static (text, options) => JavaScriptParser.Parse(text, options));
        Measure(
            "Ahoy.JavaScript with scopes", all, static (text, options) => ScopeTree.Create(JavaScriptParser.Parse(text, options).Root));

        // What a peer refuses is not counted for it, as it is for those in Node.
        Measure(
            "Acornima",
            [.. all.Where(source => Peers.Acornima(source.Text, source.Options.SourceType))],
            static (text, options) => Peers.Acornima(text, options.SourceType));
        Measure(
            "Esprima .NET",
            [.. all.Where(source => Peers.Esprima(source.Text, source.Options.SourceType))],
            static (text, options) => Peers.Esprima(text, options.SourceType));
    }

    private static void Measure(string name, IReadOnlyList<Source> sources, Action<string, ParseOptions> parse)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            foreach (var source in sources)
            {
                parse(source.Text, source.Options);
            }

            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var megabytes = sources.Sum(source => source.Bytes) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\t{megabytes / best.TotalSeconds:F1}\tMB/s\t{sources.Count} files, {megabytes:F1} MB, {(double)allocated / sources.Sum(source => (long)source.Text.Length):F1} bytes allocated a character"));
    }
}
