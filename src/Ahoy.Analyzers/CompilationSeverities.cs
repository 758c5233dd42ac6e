using Ahoy.Analysis.Rules;
using Microsoft.CodeAnalysis;

namespace Ahoy.Analyzers;

/// <summary>What the whole compilation says about the rules: <c>NoWarn</c>, <c>WarningsAsErrors</c>, <c>.globalconfig</c>.</summary>
/// <remarks>
/// The compiler applies these itself to whatever is reported. The engine need only know which rules are switched off: they
/// needn't run, and a comment that suppresses one of them is not to be called useless.
/// </remarks>
internal sealed class CompilationSeverities
{
    private readonly Dictionary<string, Severity> _off;

    private CompilationSeverities(Dictionary<string, Severity> off) => _off = off;

    public static CompilationSeverities Of(CompilationOptions options)
    {
        var off = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in RuleCatalog.Descriptors)
        {
            if (DiagnosticTable.Of(rule).GetEffectiveSeverity(options) == ReportDiagnostic.Suppress)
            {
                off[rule.Id] = Severity.None;
            }
        }

        return new CompilationSeverities(off);
    }

    /// <summary>These, laid over what the settings say for one file.</summary>
    public FileSeverities Over(FileSeverities file) => _off.Count == 0 ? file : file.With(_off);
}
