using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Conformance;

public sealed class AcornTreeTests(Acorn acorn, ITestOutputHelper output) : IClassFixture<Acorn>
{
    [Fact]
    public async Task Parse_RealCode_GivesAcornsTrees() => await CompareAsync(await Packages.RealCodeAsync(), atLeast: 300);

    [Fact]
    public async Task Parse_ValidConformanceTests_GivesAcornsTrees()
    {
        var packages = await Packages.InstallAsync();
        await CompareAsync(Packages.JavaScriptFiles(Path.Combine(packages, "test262-parser-tests", "pass")), atLeast: 1500);
    }

    [Fact]
    public async Task Parse_Examples_GivesAcornsTrees()
    {
        if (Repository.Examples is not { } examples)
        {
            Assert.Skip("The platform's examples are not on this machine.");
            return;
        }

        await CompareAsync(Packages.JavaScriptFiles(examples), atLeast: 100);
    }

    /// <summary>The big corpus: bench/run differential installs it and names its folder.</summary>
    [Fact]
    public async Task Parse_Corpus_GivesAcornsTrees()
    {
        if (Environment.GetEnvironmentVariable("AHOY_CORPUS") is not { Length: > 0 } corpus)
        {
            Assert.Skip("AHOY_CORPUS names no folder: run bench/run differential.");
            return;
        }

        await CompareAsync(Packages.JavaScriptFiles(corpus), atLeast: 6000);
    }

    private async Task CompareAsync(string[] files, int atLeast)
    {
        Assert.True(files.Length >= atLeast, $"Only {files.Length} files were found.");
        var comparison = new AcornComparison(acorn);
        foreach (var file in files)
        {
            await comparison.CompareAsync(file);
        }

        output.WriteLine($"{comparison.Files} files, {comparison.Bytes / 1e6:F1} MB");
        Assert.True(comparison.Agrees, comparison.Report);
    }
}
