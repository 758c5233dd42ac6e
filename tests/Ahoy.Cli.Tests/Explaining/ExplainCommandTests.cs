using System.CommandLine;
using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Explaining;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("AHOY1002")]
    [InlineData("ahoy1002")]
    [InlineData("1002")]
    public async Task Explain_AnId_PrintsItsPage(string rule)
    {
        var (code, output, _) = await RunAsync($"explain {rule}");

        Assert.Equal(0, code);
        Assert.StartsWith("# AHOY1002: A path ends without calling the callback\n", output, StringComparison.Ordinal);
        Assert.Contains("\n## How to fix\n", output, StringComparison.Ordinal);
        Assert.Contains("How paths are followed (docs/analysis.md)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Nothing_ListsEachPageOfTheRepository()
    {
        var (code, output, _) = await RunAsync("explain");

        Assert.Equal(0, code);
        Assert.Equal(
            Directory.GetFiles(Repository.Combine("docs", "rules"), "AHOY*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            output.TrimEnd().Split('\n').Select(line => line.Split("  ")[0]));
        Assert.Contains("AHOY1002  A path ends without calling the callback\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_AsJson_HasTheTextOfThePage()
    {
        var (_, output, _) = await RunAsync("explain AHOY5001 --format json");
        using var json = JsonDocument.Parse(output);

        Assert.Equal("AHOY5001", json.RootElement.GetProperty("id").GetString());
        Assert.Equal((await File.ReadAllTextAsync(Repository.Combine("docs", "rules", "AHOY5001.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), json.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("AHOY10002", "There is no rule 'AHOY10002'. Did you mean AHOY0002 (ES module syntax")]
    [InlineData("twice", "There is no rule 'twice'. Did you mean AHOY1004 (The callback is called twice)")]
    [InlineData("zzzzzzzzzzzz", "There is no rule 'zzzzzzzzzzzz'. `ahoy explain` lists all rules.")]
    public async Task Explain_WhatIsNoRule_SaysWhatItCouldMean(string rule, string message)
    {
        var (code, output, error) = await RunAsync($"explain {rule}");

        Assert.Equal(4, code);
        Assert.Empty(output);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AhoyCommand.Create().Parse(line).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
