using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>The script that makes the README's picture makes it: from a real run, in two colours, and small.</summary>
public sealed class TerminalPictureTests
{
    private const int LargestPicture = 300_000;

    [Fact]
    public async Task Picture_OfTheReadme_IsMadeByItsScript()
    {
        using var folder = new TempFolder();

        var result = await ProcessRunner.RunAsync(
            "node",
            [Repository.Combine("docs", "pictures", "terminal.mjs"), Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll"), folder.Path],
            folder.Path,
            Dotnet.Clean(null),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        foreach (var name in new[] { "terminal-light.svg", "terminal-dark.svg" })
        {
            var picture = await File.ReadAllTextAsync(folder.Combine(name), TestContext.Current.CancellationToken);
            Assert.InRange(picture.Length, 1, LargestPicture);
            Assert.Contains("proved: POST /notify", picture, StringComparison.Ordinal);
            Assert.Contains("You wrote: Any bread left?", picture, StringComparison.Ordinal);
            Assert.Contains(name, await File.ReadAllTextAsync(Repository.Combine("README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
