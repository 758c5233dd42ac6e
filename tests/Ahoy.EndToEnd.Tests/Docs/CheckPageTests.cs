using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Docs;

/// <summary>What docs/check.md gives to copy, and what lies in the repository for those who use it from there: valid, and with options that there are.</summary>
public sealed partial class CheckPageTests
{
    private static string Page => Repository.Combine("docs", "check.md");

    [Fact]
    public async Task Yaml_IsValid()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Docs", "Yaml");
        await NodePackages.InstallAsync(folder, TestContext.Current.CancellationToken);

        var result = await ProcessRunner.RunAsync(
            "node", ["check.mjs", Page, Repository.Combine("action.yml")], folder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(
            [
                "Before a commit: valid", "Before a commit: valid", "GitHub Actions: valid", "GitHub Actions: valid",
                "GitLab: valid", "Azure Pipelines: valid", "Action: valid",
            ],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Options_ThatAreNamed_AreThere()
    {
        var help = await ProcessRunner.RunAsync(
            Dotnet.Program,
            ["exec", Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"), "check", "--help"],
            Repository.Root,
            cancellationToken: TestContext.Current.CancellationToken);
        string[] files = [Page, Repository.Combine("action.yml"), Repository.Combine(".pre-commit-hooks.yaml")];

        var options = files
            .SelectMany(file => Command().Matches(File.ReadAllText(file)))
            .SelectMany(command => Option().Matches(command.Value))
            .Select(match => match.Value)
            .Distinct()
            .ToList();

        Assert.Contains("--changed", options);
        Assert.All(options, option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Action_NamesInputs_ThatThePageAndItsStepsUse()
    {
        var action = await File.ReadAllTextAsync(Repository.Combine("action.yml"), TestContext.Current.CancellationToken);
        var declared = Input().Matches(action[..action.IndexOf("runs:", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value);
        var used = UsedInput().Matches(action).Select(match => match.Groups[1].Value);

        Assert.Equal(declared.Order(), used.Order());

        // Whatever somebody writes into an input reaches the shell as a variable, never as a part of the script.
        Assert.All(action.Split('\n').Where(line => line.Contains("${{", StringComparison.Ordinal)), line => Assert.Matches(@"^ {8}[A-Z]+: \$\{\{ inputs\.[a-z]+ \}\}$", line));
    }

    [GeneratedRegex(@"ahoy(/ahoy)?""? check [^&\n]*")]
    private static partial Regex Command();

    [GeneratedRegex("(?<![a-z-])--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("^  ([a-z]+):$", RegexOptions.Multiline)]
    private static partial Regex Input();

    [GeneratedRegex(@"inputs\.([a-z]+)")]
    private static partial Regex UsedInput();
}
