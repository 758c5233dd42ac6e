using System.CommandLine;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Proving;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>Runs of <c>ahoy check</c> in the tests' own process.</summary>
internal static class CheckRun
{
    /// <summary>Runs the command: first the folders, relative to the test's, then the options.</summary>
    /// <returns>The exit code, and what was written; empty where nothing was.</returns>
    public static async Task<(int ExitCode, string Text)> InvokeAsync(TempFolder folder, params string[] args)
    {
        string[] folders = [.. args.TakeWhile(arg => !arg.StartsWith('-')).DefaultIfEmpty(".").Select(folder.Combine).Select(Path.GetFullPath)];
        var output = folder.Combine("report/result.txt");
        var exitCode = await new RootCommand { CheckCommand.Create(new FindingProver()) }
            .Parse(["check", .. folders, .. args.SkipWhile(arg => !arg.StartsWith('-')), "--output", output])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return (exitCode, File.Exists(output) ? await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken) : "");
    }

    /// <summary>Checks folders, and gives what there is to report.</summary>
    public static CheckResult Check(bool fix, params string[] folders) => new ProjectChecker(fix).Check(
        folders,
        new GivenSettings(),
        TestContext.Current.CancellationToken);
}
