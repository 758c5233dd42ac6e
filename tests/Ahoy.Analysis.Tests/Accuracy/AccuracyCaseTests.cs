using Ahoy.TestSupport;

namespace Ahoy.Analysis.Tests.Accuracy;

/// <summary>The cases of the open benchmark (<c>bench/run accuracy</c>): what they are said to show, a run of each shows.</summary>
public class AccuracyCaseTests
{
    private static readonly string s_runner = Repository.Combine("bench", "accuracy", "runner", "prove.mjs");

    [Fact]
    public async Task Labels_AllCasesRun_AreProved()
    {
        var result = await ProcessRunner.RunAsync(
            "node",
            ["--no-warnings", s_runner],
            Path.GetDirectoryName(s_runner)!,
            timeout: TimeSpan.FromMinutes(1),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(": 0 labels are wrong.", result.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The runner is no rubber stamp: a faulty case that shows nothing, and a correct one that does, are told.</summary>
    [Theory]
    [InlineData("sees: no-answer", "callback(null, 'ok'); //!", "not no-answer")]
    [InlineData("", "if (event.never) callback(null, 'ok');", "no-answer with {}")]
    public async Task Labels_WrongCase_IsTold(string label, string statement, string told)
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(s_runner)!))
        {
            folder.Write("runner/" + Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        folder.Write("cases/no-answer.cases", $"=== a case\n{label}\n---\nexports.handler = (context, event, callback) => {{\n  {statement}\n}};\n");
        var result = await ProcessRunner.RunAsync(
            "node",
            ["--no-warnings", Path.Combine(folder.Path, "runner", "prove.mjs")],
            folder.Path,
            timeout: TimeSpan.FromMinutes(1),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains(told, result.ToString(), StringComparison.Ordinal);
    }
}
