using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Docs;

/// <summary>The pipelines that the guide on continuous integration gives to copy are valid.</summary>
public sealed class GuideYamlTests
{
    [Fact]
    public async Task Yaml_OfTheGuideOnContinuousIntegration_IsValid()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Docs", "Yaml");
        await NodePackages.InstallAsync(folder, TestContext.Current.CancellationToken);

        var result = await ProcessRunner.RunAsync(
            "node", ["check.mjs", Repository.Combine("docs", "guides", "ci.md")], folder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(["GitHub Actions: valid", "GitLab: valid", "Azure Pipelines: valid"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
