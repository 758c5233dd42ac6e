using Ahoy.Analysis;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ahoy.CodeFixes;

/// <summary>
/// Applies one kind of fix wherever it is offered. Roslyn's own providers know C# documents only, and merge edits without
/// looking at the result; this one analyses again until there is nothing more to fix.
/// </summary>
internal sealed class AdditionalDocumentFixAllProvider : FixAllProvider
{
    private AdditionalDocumentFixAllProvider()
    {
    }

    /// <summary>The only one: it has no state.</summary>
    public static AdditionalDocumentFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    /// <remarks>
    /// Roslyn tells the document of a "fix all" only if it is a C# document. For one file there is <see cref="WholeFileFix"/>.
    /// </remarks>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(
            $"Fix all {string.Join(", ", fixAllContext.DiagnosticIds)}",
            cancellation => FixAllAsync(fixAllContext.WithCancellationToken(cancellation)),
            fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAllAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var paths = new HashSet<string>(diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan().Path), StringComparer.Ordinal);
            foreach (var document in project.AdditionalDocuments.Where(document => document.FilePath is { } path && paths.Contains(path)))
            {
                if (await FunctionsDocument.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is { } function)
                {
                    var result = BatchFixer.Fix(function.File, function.Severities, request => Choose(context, request));
                    solution = function.With(solution, result.Text);
                }
            }
        }

        return solution;
    }

    private static Fix? Choose(FixAllContext context, FixRequest request) =>
        context.DiagnosticIds.Contains(request.Id)
            ? FixCatalog.Offer(request).FirstOrDefault(fix => fix.Key == WholeFileFix.FixKeyOf(context.CodeActionEquivalenceKey))
            : null;
}
