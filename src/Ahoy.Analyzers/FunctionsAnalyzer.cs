using System.Collections.Immutable;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.SourceMaps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ahoy.Analyzers;

/// <summary>Runs all rules of Ahoy over the JavaScript that a project hands to the compiler.</summary>
/// <remarks>
/// One analyzer for all rules, because a suppression that suppresses nothing can be told only when all of them have run. What
/// is worked out hangs on the compiler's own objects for the texts (<see cref="SourceFile.Of(object, Ahoy.Model.ProjectResource)"/>): the edit of one file parses one
/// file, and code fixes find it all done.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FunctionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticTable.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(StartCompilation);
    }

    private static void StartCompilation(CompilationStartAnalysisContext context)
    {
        var cancellation = context.CancellationToken;
        var files = context.Options.AdditionalFiles.Select(file => new ProjectFile(file.Path, () => file.GetText(cancellation))).ToList();
        var project = ProjectFacts.Read(files);
        var sources = new ProjectFileSources(files);
        var compilation = CompilationSeverities.Of(context.Compilation.Options);
        var kept = KeptFindings.Of(context.Options, cancellation);
        context.RegisterAdditionalFileAction(file => Analyze(file, files, project, sources, compilation, kept));
    }

    private static void Analyze(
        AdditionalFileAnalysisContext context, List<ProjectFile> files, ProjectFacts project, ProjectSources sources, CompilationSeverities compilation, KeptFindings kept)
    {
        var path = context.AdditionalFile.Path;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile);
        if (ResourceMetadata.Read(path, key => options.TryGetValue(key, out var value) ? value : null, project.Summary) is not { } resource
            || !RuleEngine.Analyzes(resource)
            || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var file = new FileContext(SourceFile.Of(text, resource), resource, project.Summary, context.CancellationToken, sources);
        var findings = kept.Without(path, file, FindingCache.Of(file, compilation.Over(project.SeveritiesOf(path)))).ToList();
        if (findings.Count > 0 && HandedSources.Of(file.Source, path, resource, files) is { } originals)
        {
            foreach (var (found, place) in OriginalFindings.Of(findings, file.Source, originals))
            {
                if (OriginalFindings.AsSet(found, place, project.SeveritiesOf) is { } finding)
                {
                    context.ReportDiagnostic(place is null
                        ? DiagnosticFactory.Create(finding, path, text)
                        : DiagnosticFactory.Create(finding, place, (start, end) => originals.Find(start, end)));
                }
            }

            return;
        }

        foreach (var finding in findings)
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(finding, path, text));
        }
    }
}
