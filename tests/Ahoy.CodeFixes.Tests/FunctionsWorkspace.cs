using System.Collections.Immutable;
using System.Text;
using Ahoy.Analyzers;
using Ahoy.Model;
using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.CodeFixes.Tests;

/// <summary>
/// A project in a workspace, as an editor holds it: the JavaScript as additional documents, what the build says of them in a
/// generated <c>.editorconfig</c>, and edits that exist in memory only.
/// </summary>
internal sealed class FunctionsWorkspace : IDisposable
{
    private static readonly DiagnosticAnalyzer s_analyzer = new FunctionsAnalyzer();

    private const string SummaryFile = "obj/ahoy/" + ProjectSummaryText.FileName;

    private readonly AdhocWorkspace _workspace = new();
    private readonly IReadOnlyList<ProjectResource> _resources;
    private readonly ProjectId _project = ProjectId.CreateNewId();
    private Solution _solution;

    /// <summary>Opens a project.</summary>
    /// <param name="files">Its Functions and Assets, relative to the project, and their texts.</param>
    public FunctionsWorkspace(params (string File, string Text)[] files)
    {
        var metadata = new StringBuilder("is_global = true\n");
        _solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _project, VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp, filePath: FunctionsProject.PathOf("Sample.csproj")));
        foreach (var (file, text) in files)
        {
            var resource = FunctionsProject.ResourceOf(file);
            metadata.Append(
                $"""
                [{FunctionsProject.PathOf(file)}]
                build_metadata.AdditionalFiles.AhoyKind = {resource.Kind}
                build_metadata.AdditionalFiles.AhoyVisibility = {resource.Visibility}
                build_metadata.AdditionalFiles.AhoyPath = {resource.Path}

                """);
            Add(file, text);
        }

        _resources = [.. files.Select(file => FunctionsProject.ResourceOf(file.File))];
        Add(SummaryFile, ProjectSummaryText.Write(new ProjectSummary(NodeRuntime.Default, _resources, variables: null, packages: null, [])));
        var options = FunctionsProject.PathOf("obj/Sample.GeneratedMSBuildEditorConfig.editorconfig");
        _solution = _solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(_project), Path.GetFileName(options), SourceText.From(metadata.ToString(), Encoding.UTF8), filePath: options);
    }

    /// <summary>The text of a file as the editor has it.</summary>
    public async Task<string> TextOfAsync(string file, CancellationToken cancellation) =>
        (await Document(file).GetTextAsync(cancellation)).ToString();

    /// <summary>Types: replaces a part of a file's text.</summary>
    public async Task EditAsync(string file, string old, string @new, CancellationToken cancellation)
    {
        var text = await Document(file).GetTextAsync(cancellation);
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{old}' is not in {file}.");
        _solution = _solution.WithAdditionalDocumentText(
            Document(file).Id, text.WithChanges(new TextChange(new TextSpan(start, old.Length), @new)));
    }

    /// <summary>Writes the project's summary as a design-time build does, when its environment file, package.json or packages have changed.</summary>
    public void Summarize(
        string runtime, IEnumerable<string>? variables, IReadOnlyDictionary<string, DependencyKind>? packages, IReadOnlyDictionary<string, RequireSupport> support)
    {
        var summary = new ProjectSummary(runtime, _resources, variables, packages, support);
        _solution = _solution.WithAdditionalDocumentText(
            Document(SummaryFile).Id, SourceText.From(ProjectSummaryText.Write(summary), Encoding.UTF8));
    }

    /// <summary>What the analyzer reports of all files.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(CancellationToken cancellation)
    {
        var project = _solution.GetProject(_project)!;
        var compilation = await project.GetCompilationAsync(cancellation);
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => failure = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation!.WithAnalyzers([s_analyzer], options).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.Null(failure);
        return [.. diagnostics.OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(found => found.Location.SourceSpan.Start)];
    }

    /// <summary>What the light bulb offers for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferAsync(Diagnostic diagnostic, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        var document = _solution.GetProject(_project)!.AdditionalDocuments.Single(found => found.FilePath == diagnostic.Location.GetLineSpan().Path);
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation);
        await new FunctionsCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>Does what a code action says.</summary>
    public async Task ApplyAsync(CodeAction action, CancellationToken cancellation)
    {
        var operations = await action.GetOperationsAsync(cancellation);
        _solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    /// <summary>Fixes all of a rule in the project or solution.</summary>
    public async Task FixAllAsync(string ruleId, string key, FixAllScope scope, CancellationToken cancellation)
    {
        var provider = new FunctionsCodeFixProvider();
        var context = new FixAllContext(
            _solution.GetProject(_project)!, provider, scope, key, [ruleId], new Diagnostics(this), cancellation);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        await ApplyAsync(action!, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private void Add(string file, string text) =>
        _solution = _solution.AddAdditionalDocument(
            DocumentId.CreateNewId(_project), Path.GetFileName(file), SourceText.From(text, Encoding.UTF8), filePath: FunctionsProject.PathOf(file));

    private TextDocument Document(string file) =>
        _solution.GetProject(_project)!.AdditionalDocuments.Single(document => document.FilePath == FunctionsProject.PathOf(file));

    private sealed class Diagnostics(FunctionsWorkspace workspace) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await workspace.DiagnoseAsync(cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
