using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Docs;

/// <summary>What docs/deploy.md gives to copy: it is valid, and its commands have the options that it names.</summary>
public sealed partial class DeployPageTests
{
    /// <summary>What checks YAML: scripts, and the npm packages with the schemas.</summary>
    public static string SchemasFolder => Path.Combine(AppContext.BaseDirectory, "Docs", "Yaml");

    private static string Page => Repository.Combine("docs", "deploy.md");

    [Fact]
    public async Task Yaml_IsValid()
    {
        await NodePackages.InstallAsync(SchemasFolder, TestContext.Current.CancellationToken);

        var result = await ProcessRunner.RunAsync(
            "node", ["check.mjs", Page], SchemasFolder, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(
            ["GitHub Actions: valid", "Azure Pipelines: valid", "Containers: Deployment", "Containers: Service", "Containers: HorizontalPodAutoscaler"],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Probes_AskThePortThatTheImageOpens()
    {
        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);

        Assert.Contains("{ name: admin, containerPort: 3002 }", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, @"Probe: \{ httpGet: \{ port: admin, path: / \}"));
        Assert.Contains("\"--admin-port\", \"3002\"", page, StringComparison.Ordinal);
        Assert.Contains(
            ">3002</AhoyContainerAdminPort>", await File.ReadAllTextAsync(Repository.Combine("build", "Ahoy.Container.targets"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_OfTheImagesCommand_AreThere()
    {
        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        var command = EntryPoint().Match(page).Groups[1].Value;
        var help = await ProcessRunner.RunAsync(
            Dotnet.Program,
            ["exec", Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"), "start", "--help"],
            Repository.Root,
            cancellationToken: TestContext.Current.CancellationToken);

        foreach (Match option in Option().Matches(command))
        {
            Assert.Contains(option.Value, help.Output, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"^ENTRYPOINT \[(.*)\]$", RegexOptions.Multiline)]
    private static partial Regex EntryPoint();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
