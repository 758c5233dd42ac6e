using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.SourceMaps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.CodeFixes;

/// <summary>
/// A source in TypeScript in a workspace. The fixes are those of the compiled file, offered where their lines are the same in the source; where the compiler
/// has changed a line there is none.
/// </summary>
internal static class OriginalDocument
{
    private static readonly string[] s_extensions = [".ts", ".tsx"];

    /// <summary>Whether a document is one.</summary>
    public static bool Is(TextDocument document) =>
        document.FilePath is { } path && s_extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Offers the fixes.</summary>
    public static async Task RegisterAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        var path = Path.GetFullPath(context.TextDocument.FilePath!);
        var text = await context.TextDocument.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var files = project.AnalyzerOptions.AdditionalFiles.Select(file => new ProjectFile(file.Path, () => file.GetText(context.CancellationToken))).ToList();
        foreach (var document in project.AdditionalDocuments.Where(document => IsCompiled(document, path)))
        {
            if (await FunctionsDocument.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } function
                || HandedSources.Of(function.File.Source, document.FilePath!, function.File.Resource, files) is not { } originals)
            {
                continue;
            }

            foreach (var (finding, place) in OriginalFindings.Of(function.Findings, function.File.Source, originals))
            {
                if (place?.Path == path && context.Diagnostics.FirstOrDefault(diagnostic => IsOf(diagnostic, finding, place)) is { } diagnostic)
                {
                    Register(context, text, diagnostic, originals, FixCatalogOf(function, finding));
                }
            }
        }
    }

    private static IEnumerable<Fix> FixCatalogOf(FunctionsDocument function, Finding finding) =>
        Analysis.Rules.FixCatalog.Offer(new FixRequest(function.File, finding));

    private static void Register(CodeFixContext context, SourceText text, Diagnostic diagnostic, OriginalSources originals, IEnumerable<Fix> fixes)
    {
        foreach (var fix in fixes)
        {
            if (originals.Translate(fix.Edits) is var (_, edits))
            {
                var changed = text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText)));
                var solution = context.TextDocument.Project.Solution.WithAdditionalDocumentText(context.TextDocument.Id, changed);
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(solution), fix.Key), diagnostic);
            }
        }
    }

    private static bool IsOf(Diagnostic diagnostic, Finding finding, OriginalSpan place) =>
        diagnostic.Id == finding.Rule.Id && diagnostic.Location.SourceSpan.Start == place.Start;

    // Named alike, which compilers see to; the map decides.
    private static bool IsCompiled(TextDocument document, string path) =>
        document.FilePath is { } other
        && other.EndsWith(".js", StringComparison.OrdinalIgnoreCase)
        && Path.GetFileNameWithoutExtension(other) == Path.GetFileNameWithoutExtension(path);
}
