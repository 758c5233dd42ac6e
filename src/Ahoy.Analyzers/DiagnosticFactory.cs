using Ahoy.Analysis.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers;

/// <summary>Makes the compiler's diagnostics of findings.</summary>
internal static class DiagnosticFactory
{
    /// <summary>Makes one.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="path">The file, as the compiler knows it.</param>
    /// <param name="text">Its text.</param>
    public static Diagnostic Create(Finding finding, string path, SourceText text) => Diagnostic.Create(
        DiagnosticTable.Of(finding.Rule),
        Locate(path, text, finding.Start, finding.End),
        DiagnosticTable.ToDiagnosticSeverity(finding.Severity),
        finding.Related.Select(related => Locate(path, text, related.Start, related.End)),
        finding.Properties,
        finding.Arguments);

    private static Location Locate(string path, SourceText text, int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
