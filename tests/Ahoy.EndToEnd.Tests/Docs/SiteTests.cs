using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Docs;

/// <summary>The website that <c>docs/</c> builds to.</summary>
public sealed class SiteTests
{
    private const string Variable = "AHOY_SITE";

    [Fact]
    public async Task Site_HasEveryPage_AndItsSearch()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "true", $"It takes a minute, and the links are checked without it: {Variable}=true builds the site.");

        var result = await ProcessRunner.RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["run", "--prefix", Repository.Combine("build/repo/Site"), "site"], Repository.Root, timeout: TimeSpan.FromMinutes(5), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        var docs = Repository.Combine("docs");
        Assert.All(Directory.GetFiles(docs, "*.md", SearchOption.AllDirectories), page =>
        {
            var html = Path.ChangeExtension(Path.GetRelativePath(docs, page), ".html").Replace("README.html", "index.html", StringComparison.Ordinal);
            Assert.True(File.Exists(Repository.Combine(Path.Combine("artifacts/site", html))), $"{page} is no page of the site.");
        });
        Assert.Contains(Directory.GetFiles(Repository.Combine("artifacts/site/assets"), "*.js", SearchOption.AllDirectories), file => Path.GetFileName(file).Contains("localSearchIndex", StringComparison.Ordinal));
    }
}
