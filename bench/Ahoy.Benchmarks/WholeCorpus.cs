using System.Diagnostics;
using System.Globalization;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;

namespace Ahoy.Benchmarks;

/// <summary>
/// Prints, for the parser alone and with scopes, the warm speed on one core in MB/s (the best round) and the bytes allocated
/// for each byte of source, in columns as bench/commands/parser.mjs does for the peers.
/// </summary>
internal static class WholeCorpus
{
    private const int Rounds = 10;

    public static void Measure(string folder)
    {
        var corpus = Corpus.Read(folder);
        Measure("Ahoy.JavaScript", corpus, static result => result.Errors.Count);
        Measure("Ahoy.JavaScript with scopes", corpus, static result => ScopeTree.Create(result.Root) is null ? 1 : 0);
    }

    private static void Measure(string name, Corpus corpus, Func<ParseResult, int> use)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            foreach (var (text, options) in corpus.Sources)
            {
                use(JavaScriptParser.Parse(text, options));
            }

            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}\t{corpus.Bytes / 1e6 / best.TotalSeconds:F1}\tMB/s\t{corpus.Sources.Count} files, {corpus.Bytes / 1e6:F1} MB, {(double)allocated / corpus.Bytes:F2} bytes a byte"));
    }
}
