namespace Ahoy.Page.Tests;

/// <summary>The page's own unit tests, which run in Node, and its types.</summary>
public class UnitTests
{
    [Fact]
    public async Task Page_InNode_PassesItsTests()
    {
        using var output = new TempFolder();
        var page = Repository.Combine("src", "Ahoy.Page");
        var work = Repository.Combine("src", "Ahoy.Host", "obj", "page");
        var result = await ProcessRunner.RunAsync("node", [Path.Combine(page, "test.mjs"), work, output.Path], page, timeout: TimeSpan.FromMinutes(1));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [Fact]
    public async Task Page_ForTheCompiler_HasRightTypes()
    {
        var page = Repository.Combine("src", "Ahoy.Page");
        var packages = await NodePackages.InstallAsync(page);
        var result = await ProcessRunner.RunAsync("node", [Path.Combine(packages, "typescript", "bin", "tsc"), "--noEmit", "-p", "."], page, timeout: TimeSpan.FromMinutes(2));
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
