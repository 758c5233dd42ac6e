using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ahoy.CodeFixes;

/// <summary>A Function or Asset in a workspace, with what the rules know of it.</summary>
internal sealed class FunctionsDocument
{
    private readonly TextDocument _document;
    private readonly SourceText _text;

    private FunctionsDocument(TextDocument document, SourceText text, FileContext file, FileSeverities severities)
    {
        _document = document;
        _text = text;
        File = file;
        Severities = severities;
    }

    /// <summary>What the rules see.</summary>
    public FileContext File { get; }

    /// <summary>What the settings say for the file.</summary>
    public FileSeverities Severities { get; }

    /// <summary>What the rules find in it.</summary>
    public IReadOnlyList<Finding> Findings => FindingCache.Of(File, Severities);

    /// <summary>Reads a document; null where it is none that the rules look at.</summary>
    public static async Task<FunctionsDocument?> ReadAsync(TextDocument document, CancellationToken cancellation)
    {
        var options = document.Project.AnalyzerOptions;
        var additional = options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        if (additional is null)
        {
            return null;
        }

        var files = options.AdditionalFiles.Select(file => new ProjectFile(file.Path, () => file.GetText(cancellation))).ToList();
        var project = ProjectFacts.Read(files);
        var metadata = options.AnalyzerConfigOptionsProvider.GetOptions(additional);
        if (ResourceMetadata.Read(additional.Path, key => metadata.TryGetValue(key, out var value) ? value : null, project.Summary) is not { } resource
            || !RuleEngine.Analyzes(resource))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var file = new FileContext(SourceFile.Of(text, resource), resource, project.Summary, cancellation, new ProjectFileSources(files));
        return new FunctionsDocument(document, text, file, project.SeveritiesOf(additional.Path));
    }

    /// <summary>The finding that the compiler shows as a diagnostic; null where it is out of date.</summary>
    public Finding? FindingOf(Diagnostic diagnostic) => Findings.FirstOrDefault(finding =>
        finding.Rule.Id == diagnostic.Id
        && finding.Start == diagnostic.Location.SourceSpan.Start
        && finding.End == diagnostic.Location.SourceSpan.End);

    /// <summary>The solution with edits of this document.</summary>
    public Solution With(IEnumerable<TextEdit> edits) => With(
        _document.Project.Solution,
        _text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText))));

    /// <summary>A solution with another text of this document.</summary>
    public Solution With(Solution solution, string text) =>
        text == File.Text ? solution : With(solution, SourceText.From(text, _text.Encoding, _text.ChecksumAlgorithm));

    private Solution With(Solution solution, SourceText text) => solution.WithAdditionalDocumentText(_document.Id, text);
}
