using System.Text.Encodings.Web;
using System.Text.Json;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Verification;

/// <summary>Finds what a case marks, fixes it, and analyses the result again: the finding must be gone, and no other may have come.</summary>
internal sealed class FixVerifier
{
    private readonly FixCase _case;
    private readonly FileContext _file;
    private readonly IReadOnlyList<Finding> _findings;

    private FixVerifier(FixCase @case, string text)
    {
        _case = @case;
        _file = Open(text);
        _findings = RuleEngine.Run(_file, FileSeverities.Default);
    }

    /// <summary>Checks a case in one way of writing.</summary>
    public static void Verify(FixCase @case, Writing writing)
    {
        var source = MarkedSource.Parse(writing.Apply(@case.Marked));
        var verifier = new FixVerifier(@case, source.Text);
        var finding = verifier.FindingAt(source);
        var fix = FixCatalog.Offer(new FixRequest(verifier._file, finding))
            .FirstOrDefault(found => @case.Key is null ? found.IsCure : found.Key == @case.Key);
        if (@case.Fixed is null)
        {
            Assert.True(fix is null, $"Offered: {fix}: {string.Join(", ", fix?.Edits ?? [])}");
            return;
        }

        Assert.True(fix is not null, $"Nothing is offered for {finding}.");
        var result = EditList.Apply(source.Text, fix.Edits);
        Assert.Equal(writing.Apply(@case.Fixed), result);
        Assert.Equal(@case.OtherChanges, fix.OtherFiles.Select((change, index) => Describe(change, @case.OtherChanges.ElementAtOrDefault(index), writing)));
        if (fix.OtherFiles.Count == 0)
        {
            verifier.AnalyseAgain(result);
        }
        else
        {
            Assert.False(fix.IsCure, "What changes other files is for people to choose.");
        }
    }

    private Finding FindingAt(MarkedSource source)
    {
        var span = Assert.Single(source.Spans, span => span.Label == "");
        return _findings.FirstOrDefault(finding => finding.Rule.Id == _case.Id && finding.Start == span.Start && finding.End == span.End)
            ?? throw new InvalidOperationException($"{_case.Id} does not report what is marked. Found:\n{Describe(_findings)}");
    }

    private void AnalyseAgain(string result)
    {
        var after = RuleEngine.Run(Open(result), FileSeverities.Default);
        var added = after
            .Where(finding => !_case.MayAdd.Contains(finding.Rule.Id))
            .GroupBy(finding => finding.Rule.Id)
            .Where(found => found.Count() > Count(_findings, found.Key))
            .SelectMany(found => found);
        Assert.True(!added.Any(), $"The result has more findings:\n{Describe(added)}\n{result}");
        Assert.True(Count(after, _case.Id) < Count(_findings, _case.Id), $"It is still found:\n{Describe(after)}\n{result}");
    }

    private FileContext Open(string text)
    {
        var resource = FunctionsProject.ResourceOf(_case.File);
        var others = new ProjectFileSources(_case.Others.Select(other => new ProjectFile(other.File, () => other.Text)));
        return new FileContext(SourceFile.Parse(text, resource), resource, _case.Project, CancellationToken.None, others);
    }

    /// <summary>A change as a case writes it. Of a file that is edited, the case says what is in it before.</summary>
    private static string Describe(FileChange change, string? expected, Writing writing)
    {
        switch (change)
        {
            case FileRename rename:
                return $"{rename.File} => {rename.NewFile}";
            case FileCreation creation:
                var text = writing is Writing.CrLf ? creation.Text.Replace("\r\n", "\n") : creation.Text;
                return $"{creation.File} null => {Json(text)}";
            case FileEdit edit:
                var start = (expected ?? throw new InvalidOperationException($"{change.File} is changed.")).IndexOf(' ') + 1;
                var arrow = expected.IndexOf(" => ", StringComparison.Ordinal);
                var before = JsonSerializer.Deserialize<string>(expected[start..arrow])!;
                var after = edit.EditsOf(before) is { } edits ? Json(EditList.Apply(before, edits)) : "null";
                return $"{change.File} {expected[start..arrow]} => {after}";
            default:
                throw new InvalidOperationException($"{change.GetType().Name} is not known here.");
        }
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static int Count(IEnumerable<Finding> findings, string id) => findings.Count(finding => finding.Rule.Id == id);

    private static string Describe(IEnumerable<Finding> findings) => string.Join("\n", findings);
}
