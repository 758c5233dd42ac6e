using System.Collections.Immutable;
using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace Ahoy.Analyzers.Tests;

/// <summary>Runs the analyzer, by the compiler's own driver, over a project without any C#.</summary>
internal sealed class FunctionsAnalyzerTest : CSharpAnalyzerTest<FunctionsAnalyzer, DefaultVerifier>
{
    public FunctionsAnalyzerTest(FunctionsProject project)
    {
        // JavaScript needs no framework, which would be downloaded, and no marks: ours are read by MarkedSource.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        CompilerDiagnostics = CompilerDiagnostics.None;
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        TestState.MarkupHandling = MarkupMode.None;
        TestState.Sources.Add(string.Empty);
        foreach (var file in project.Files)
        {
            TestState.AdditionalFiles.Add(file);
        }

        TestState.AnalyzerConfigFiles.Add((FunctionsProject.MetadataPath, project.Metadata));
    }

    /// <summary>Sets a severity for the whole compilation, as <c>NoWarn</c> and <c>WarningsAsErrors</c> do.</summary>
    public FunctionsAnalyzerTest SetSeverity(string id, ReportDiagnostic severity)
    {
        SolutionTransforms.Add((solution, project) =>
        {
            var options = solution.GetProject(project)!.CompilationOptions!;
            return solution.WithProjectCompilationOptions(
                project, options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem(id, severity)));
        });
        return this;
    }

    /// <summary>What the analyzer reports, in the order of the source.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(CancellationToken cancellation)
    {
        var project = await CreateProjectAsync(new EvaluatedProjectState(TestState, ReferenceAssemblies), [], cancellation);
        var found = await GetSortedDiagnosticsAsync(
            project.Solution, [.. GetDiagnosticAnalyzers()], ImmutableArray<(Project, Diagnostic)>.Empty, CompilerDiagnostics, Verify, cancellation);
        Assert.DoesNotContain(found, diagnostic => diagnostic.diagnostic.Id == "AD0001");
        return [.. found.Select(diagnostic => diagnostic.diagnostic)];
    }
}
