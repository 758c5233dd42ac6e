using System.Text;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using BenchmarkDotNet.Attributes;

namespace Ahoy.Benchmarks;

/// <summary>The parser on the JavaScript below the folder that AHOY_CORPUS names; the samples, if it names none.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private Corpus _corpus = null!;

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void Read() => _corpus = Corpus.Read(Environment.GetEnvironmentVariable("AHOY_CORPUS") is { Length: > 0 } folder ? folder : Samples());

    /// <summary>Trees and errors.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var errors = 0;
        foreach (var (text, options, _) in _corpus.Sources)
        {
            errors += JavaScriptParser.Parse(text, options).Errors.Count;
        }

        return errors;
    }

    /// <summary>Trees, errors and scopes.</summary>
    [Benchmark]
    public int ParseWithScopes()
    {
        var files = 0;
        foreach (var (text, options, _) in _corpus.Sources)
        {
            files += ScopeTree.Create(JavaScriptParser.Parse(text, options).Root) is null ? 0 : 1;
        }

        return files;
    }

    /// <summary>Trees as ESTree JSON.</summary>
    [Benchmark]
    public int ParseToJson()
    {
        var output = new StringBuilder();
        foreach (var (text, options, _) in _corpus.Sources)
        {
            JavaScriptParser.Parse(text, options).Root.ToEstreeJson(output.Clear());
        }

        return output.Length;
    }

    /// <summary>The same with Acornima.</summary>
    [Benchmark]
    public int Acornima() => _corpus.Sources.Count(source => Peers.Acornima(source.Text, source.Options.SourceType));

    /// <summary>The same with Esprima.</summary>
    [Benchmark]
    public int Esprima() => _corpus.Sources.Count(source => Peers.Esprima(source.Text, source.Options.SourceType));

    private static string Samples()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Toolchain.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Toolchain.sln is in no folder above.");
        }

        return Path.Combine(folder, "samples");
    }
}
