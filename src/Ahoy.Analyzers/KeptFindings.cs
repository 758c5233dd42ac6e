using System.Runtime.CompilerServices;
using Ahoy.Analysis.Baselines;
using Ahoy.Analysis.Engine;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers;

/// <summary>The findings that the project's baseline keeps: the build leaves them out, as <c>ahoy check --baseline</c> does.</summary>
internal sealed class KeptFindings
{
    private const string Property = "build_property.AhoyBaseline";
    private const string KindMetadata = "build_metadata.AdditionalFiles.AhoyKind";
    private const string Kind = "baseline";

    private static readonly KeptFindings s_none = new(null);
    private static readonly ConditionalWeakTable<SourceText, KeptFindings> s_byText = new();

    private readonly Baseline? _baseline;

    private KeptFindings(Baseline? baseline) => _baseline = baseline;

    /// <summary>Reads the baseline that the build hands over, if it does.</summary>
    public static KeptFindings Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var provider = options.AnalyzerConfigOptionsProvider;

        // The property is asked for first: most projects have no baseline, and need not be searched for one. Its value may be cut at a '#'.
        if (!provider.GlobalOptions.TryGetValue(Property, out var named) || named.Length == 0)
        {
            return s_none;
        }

        var file = options.AdditionalFiles.FirstOrDefault(file => provider.GetOptions(file).TryGetValue(KindMetadata, out var kind) && kind == Kind);
        return file?.GetText(cancellation) is { } text ? s_byText.GetValue(text, key => Read(file.Path, key.ToString())) : s_none;
    }

    /// <summary>What is left of a file's findings.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="file">The file, as the rules see it.</param>
    /// <param name="findings">All that was found in it.</param>
    public IEnumerable<Finding> Without(string path, FileContext file, IReadOnlyList<Finding> findings)
    {
        if (_baseline is not { } baseline || findings.Count == 0)
        {
            return findings;
        }

        var fingerprints = FindingFingerprints.Of(file.Source, file.Resource.File, findings);
        return findings.Where((_, i) => !baseline.Keeps(path, fingerprints[i]));
    }

    // One that can't be read is an error of the build (AHOY5109), which ends before the compiler runs. An editor shows everything.
    private static KeptFindings Read(string path, string text)
    {
        try
        {
            return new KeptFindings(Baseline.Parse(path, text));
        }
        catch (BaselineException)
        {
            return s_none;
        }
    }
}
