using System.Collections.Immutable;
using Ahoy.Analyzers;
using Ahoy.Model;
using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.CodeFixes.Tests;

/// <summary>
/// A project in a workspace, as an editor holds it: the JavaScript as additional documents, what the build says of them in a generated
/// configuration file, and edits that exist in memory only. <c>CodeFixTest</c> passes over diagnostics that lie in no C# document, so that
/// this applies the fixes itself.
/// </summary>
internal sealed class FunctionsFixTest : CSharpAnalyzerTest<FunctionsAnalyzer, DefaultVerifier>
{
    private readonly IReadOnlyList<ProjectResource> _resources;
    private Project? _project;

    /// <summary>Opens a project.</summary>
    /// <param name="files">Its Functions and Assets, relative to the project, and their texts.</param>
    public FunctionsFixTest(params (string File, string Text)[] files)
        : this(files, [])
    {
    }

    /// <summary>Opens a project.</summary>
    /// <param name="files">Its Functions and Assets, relative to the project, and their texts.</param>
    /// <param name="others">What the build hands over beside them: source maps, and the sources that these lead to.</param>
    public FunctionsFixTest((string File, string Text)[] files, (string File, string Text)[] others)
    {
        // JavaScript needs no framework, which would be downloaded.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        CompilerDiagnostics = CompilerDiagnostics.None;
        TestState.MarkupHandling = MarkupMode.None;
        _resources = [.. files.Select(file => FunctionsProject.ResourceOf(file.File))];
        var project = new FunctionsProject();
        foreach (var (file, text) in files)
        {
            project.AddResource(file, text);
        }

        foreach (var (file, text) in others)
        {
            project.AddFile(file, text);
        }

        project.AddSummary(new ProjectSummary(NodeRuntime.Default, _resources, variables: null, packages: null, []));
        foreach (var file in project.Files)
        {
            TestState.AdditionalFiles.Add(file);
        }

        TestState.AnalyzerConfigFiles.Add((FunctionsProject.MetadataPath, project.Metadata));
    }

    /// <summary>The text of a file as the editor has it.</summary>
    public async Task<string> TextOfAsync(string file, CancellationToken cancellation) =>
        (await (await DocumentAsync(FunctionsProject.PathOf(file), cancellation)).GetTextAsync(cancellation)).ToString();

    /// <summary>Types: replaces a part of a file's text.</summary>
    public async Task EditAsync(string file, string old, string @new, CancellationToken cancellation)
    {
        var document = await DocumentAsync(FunctionsProject.PathOf(file), cancellation);
        var text = await document.GetTextAsync(cancellation);
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{old}' is not in {file}.");
        Replace(document, text.WithChanges(new TextChange(new TextSpan(start, old.Length), @new)));
    }

    /// <summary>Writes the project's summary as a design-time build does, when its environment file, package.json or packages have changed.</summary>
    public async Task SummarizeAsync(
        string runtime,
        IEnumerable<string>? variables,
        IReadOnlyDictionary<string, DependencyKind>? packages,
        IReadOnlyDictionary<string, RequireSupport> support,
        CancellationToken cancellation)
    {
        var summary = new ProjectSummary(runtime, _resources, variables, packages, support);
        Replace(await DocumentAsync(FunctionsProject.SummaryPath, cancellation), SourceText.From(ProjectSummaryText.Write(summary)));
    }

    /// <summary>What the analyzer reports of all files.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(CancellationToken cancellation)
    {
        var project = await OpenAsync(cancellation);
        var found = await GetSortedDiagnosticsAsync(
            project.Solution, [.. GetDiagnosticAnalyzers()], ImmutableArray<(Project, Diagnostic)>.Empty, CompilerDiagnostics, Verify, cancellation);
        Assert.DoesNotContain(found, diagnostic => diagnostic.diagnostic.Id == "AD0001");
        return [.. found.Select(diagnostic => diagnostic.diagnostic)];
    }

    /// <summary>What the light bulb offers for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferAsync(Diagnostic diagnostic, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        var document = await DocumentAsync(diagnostic.Location.GetLineSpan().Path, cancellation);
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation);
        await new FunctionsCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>Does what a code action says.</summary>
    public async Task ApplyAsync(CodeAction action, CancellationToken cancellation)
    {
        var operations = await action.GetOperationsAsync(cancellation);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        _project = changed.GetProject((await OpenAsync(cancellation)).Id)!;
    }

    /// <summary>Fixes all of a rule in the project or solution.</summary>
    public async Task FixAllAsync(string ruleId, string key, FixAllScope scope, CancellationToken cancellation)
    {
        var provider = new FunctionsCodeFixProvider();
        var context = new FixAllContext(
            await OpenAsync(cancellation), provider, scope, key, [ruleId], new Diagnostics(this), cancellation);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        await ApplyAsync(action!, cancellation);
    }

    /// <summary>A file as the editor has it.</summary>
    public async Task<TextDocument> DocumentAsync(string path, CancellationToken cancellation) =>
        (await OpenAsync(cancellation)).AdditionalDocuments.Single(document => document.FilePath == path);

    private async Task<Project> OpenAsync(CancellationToken cancellation) =>
        _project ??= await CreateProjectAsync(new EvaluatedProjectState(TestState, ReferenceAssemblies), [], cancellation);

    private void Replace(TextDocument document, SourceText text) =>
        _project = document.Project.Solution.WithAdditionalDocumentText(document.Id, text).GetProject(document.Project.Id)!;

    private sealed class Diagnostics(FunctionsFixTest test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await test.DiagnoseAsync(cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
