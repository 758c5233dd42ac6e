using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analyzers;
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

    /// <summary>Reads a document; null where it is none that the rules look at.</summary>
    public static async Task<FunctionsDocument?> ReadAsync(TextDocument document, CancellationToken cancellation)
    {
        var options = document.Project.AnalyzerOptions;
        var project = ProjectReader.ReadProject(options.AdditionalFiles, cancellation);
        var additional = options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        if (additional is null
            || ResourceMetadata.Read(additional, options.AnalyzerConfigOptionsProvider, project) is not { } resource
            || !RuleEngine.Analyzes(resource))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var severities = ProjectReader.ReadSettings(options.AdditionalFiles, cancellation).For(additional.Path);
        var file = new FileContext(SourceFile.Parse(text.ToString()), resource, project, cancellation);
        return new FunctionsDocument(document, text, file, severities);
    }

    /// <summary>The solution with edits of this document.</summary>
    public Solution With(IEnumerable<TextEdit> edits) => With(
        _document.Project.Solution,
        _text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Start, edit.Length), edit.NewText))));

    /// <summary>A solution with another text of this document.</summary>
    public Solution With(Solution solution, string text) =>
        text == File.Text ? solution : With(solution, SourceText.From(text, _text.Encoding, _text.ChecksumAlgorithm));

    private Solution With(Solution solution, SourceText text) => solution.WithAdditionalDocumentText(_document.Id, text);
}
