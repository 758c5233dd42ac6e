using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>The options of additional files, by their path.</summary>
public sealed class InMemoryOptions : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions s_none = new Options(new Dictionary<string, string>());

    private readonly Dictionary<string, AnalyzerConfigOptions> _byPath = [];

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => s_none;

    /// <summary>Sets the options of a file.</summary>
    public void Set(string path, IReadOnlyDictionary<string, string> options) => _byPath[path] = new Options(options);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _byPath.GetValueOrDefault(textFile.Path, s_none);

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
