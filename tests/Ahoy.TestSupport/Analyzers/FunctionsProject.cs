using System.Collections.Immutable;
using Ahoy.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ahoy.TestSupport.Analyzers;

/// <summary>A project of Functions in memory, handed to an analyzer as the build would hand it over.</summary>
public sealed class FunctionsProject
{
    /// <summary>The folder in which the project pretends to lie.</summary>
    public const string Folder = "/project";

    private readonly List<AdditionalText> _files = [];
    private readonly InMemoryOptions _options = new();
    private readonly Dictionary<string, ReportDiagnostic> _severities = [];

    /// <summary>The additional files.</summary>
    public IReadOnlyList<AdditionalText> Files => _files;

    /// <summary>Adds a Function or an Asset; its folder and name say which.</summary>
    /// <param name="file">The file relative to the project: <c>functions/sms/reply.protected.js</c>.</param>
    /// <param name="text">Its text.</param>
    public FunctionsProject AddResource(string file, string text)
    {
        var resource = ResourceOf(file);
        _options.Set(PathOf(file), new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.AhoyKind"] = resource.Kind.ToString(),
            ["build_metadata.AdditionalFiles.AhoyVisibility"] = resource.Visibility.ToString(),
            ["build_metadata.AdditionalFiles.AhoyPath"] = resource.Path,
        });
        return AddFile(file, text);
    }

    /// <summary>Adds any other file.</summary>
    public FunctionsProject AddFile(string file, string text)
    {
        _files.Add(new InMemoryText(PathOf(file), text));
        return this;
    }

    /// <summary>Says what the project has besides the files.</summary>
    public FunctionsProject AddSummary(ProjectSummary summary) =>
        AddFile("obj/ahoy/" + ProjectSummaryText.FileName, ProjectSummaryText.Write(summary));

    /// <summary>Sets a severity for the whole compilation, as <c>NoWarn</c> and <c>WarningsAsErrors</c> do.</summary>
    public FunctionsProject SetSeverity(string id, ReportDiagnostic severity)
    {
        _severities[id] = severity;
        return this;
    }

    /// <summary>The resource that a file's folder and name make it.</summary>
    public static ProjectResource ResourceOf(string file)
    {
        var kind = file.StartsWith("functions/", StringComparison.Ordinal) ? ResourceKind.Function : ResourceKind.Asset;
        var path = ResourcePath.FromFile(kind, file[(file.IndexOf('/') + 1)..]);
        return new ProjectResource(kind, path.Visibility, file, path.Value);
    }

    /// <summary>Where a file of the project pretends to lie.</summary>
    public static string PathOf(string file) => $"{Folder}/{file}";

    /// <summary>Runs an analyzer; one that throws fails the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(DiagnosticAnalyzer analyzer, CancellationToken cancellation = default)
    {
        var compilation = CSharpCompilation.Create(
            "project",
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: _severities));
        ExceptionDispatchInfoHolder failure = new();
        var run = new CompilationWithAnalyzers(
            compilation,
            [analyzer],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. _files], _options),
                onAnalyzerException: (exception, _, _) => failure.Set(exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(cancellation);
        failure.ThrowIfSet();
        return [.. diagnostics.OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
