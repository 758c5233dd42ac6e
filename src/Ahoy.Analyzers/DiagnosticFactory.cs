using Ahoy.Analysis.Engine;
using Ahoy.Analysis.SourceMaps;
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

    /// <summary>Makes one at the place in a source that the file was compiled from.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="place">Its place.</param>
    /// <param name="find">Finds the places that it refers to; those that no map leads to are left out.</param>
    public static Diagnostic Create(Finding finding, OriginalSpan place, Func<int, int, OriginalSpan?> find) => Diagnostic.Create(
        DiagnosticTable.Of(finding.Rule),
        Locate(place),
        DiagnosticTable.ToDiagnosticSeverity(finding.Severity),
        finding.Related.Select(related => find(related.Start, related.End)).OfType<OriginalSpan>().Select(Locate),
        finding.Properties,
        finding.Arguments);

    private static Location Locate(OriginalSpan place)
    {
        var (from, to) = (place.Source.Lines.PositionOf(place.Start), place.Source.Lines.PositionOf(place.End));
        return Location.Create(
            place.Path, TextSpan.FromBounds(place.Start, place.End), new LinePositionSpan(new(from.Line, from.Column), new(to.Line, to.Column)));
    }

    private static Location Locate(string path, SourceText text, int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
