using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ahoy.Analysis.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.Analyzers;

/// <summary>Runs all rules of Ahoy over the JavaScript that a project hands to the compiler.</summary>
/// <remarks>
/// One analyzer for all rules, because a suppression that suppresses nothing can be told only when all of them have run. The
/// parsed file hangs on the compiler's own object for the text: it lives as long as that, so that the edit of one file parses
/// one file.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FunctionsAnalyzer : DiagnosticAnalyzer
{
    private static readonly ConditionalWeakTable<SourceText, SourceFile> s_files = new();

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
        var files = context.Options.AdditionalFiles;
        var project = ProjectReader.ReadProject(files, context.CancellationToken);
        var settings = ProjectReader.ReadSettings(files, context.CancellationToken);
        var compilation = CompilationSeverities.Of(context.Compilation.Options);
        context.RegisterAdditionalFileAction(file =>
        {
            if (ResourceMetadata.Read(file.AdditionalFile, file.Options.AnalyzerConfigOptionsProvider, project) is { } resource
                && RuleEngine.Analyzes(resource)
                && file.AdditionalFile.GetText(file.CancellationToken) is { } text)
            {
                var severities = compilation.Over(settings.For(file.AdditionalFile.Path));
                Analyze(file, text, new FileContext(Parse(text), resource, project, file.CancellationToken), severities);
            }
        });
    }

    private static void Analyze(
        AdditionalFileAnalysisContext context, SourceText text, FileContext file, FileSeverities severities)
    {
        foreach (var finding in RuleEngine.Run(file, severities))
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(finding, context.AdditionalFile.Path, text));
        }
    }

    private static SourceFile Parse(SourceText text) =>
        s_files.GetValue(text, static source => SourceFile.Parse(source.ToString()));
}
