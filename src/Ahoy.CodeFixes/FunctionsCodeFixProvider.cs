using System.Collections.Immutable;
using System.Composition;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ahoy.CodeFixes;

/// <summary>Offers the fixes for what Ahoy's rules report in the JavaScript of a project.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(FunctionsCodeFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".js", ".ts", ".tsx"])]
[Shared]
public sealed class FunctionsCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. RuleCatalog.Descriptors.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AdditionalDocumentFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        if (OriginalDocument.Is(document))
        {
            await OriginalDocument.RegisterAsync(context).ConfigureAwait(false);
            return;
        }

        if (await FunctionsDocument.ReadAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } function)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (function.FindingOf(diagnostic) is not { } finding)
            {
                continue;
            }

            // A workspace holds neither .env nor package.json: what changes other files is for the language server.
            foreach (var fix in FixCatalog.Offer(new FixRequest(function.File, finding)).Where(fix => fix.OtherFiles.Count == 0))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, _ => Task.FromResult(function.With(fix.Edits)), fix.Key),
                    diagnostic);
                if (fix.IsCure && WholeFileFix.IsWorthOffering(function, diagnostic.Id, fix))
                {
                    context.RegisterCodeFix(WholeFileFix.Create(document.Project.Solution, function, fix), diagnostic);
                }
            }
        }
    }
}
