using System.CommandLine;
using Ahoy.Cli.Creating;
using Ahoy.Cli.Tests.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Creating;

public sealed class NewCommandTests
{
    [Fact]
    public async Task New_EmptyFolder_GetsTheFilesOfTheTemplate()
    {
        using var folder = new TempFolder();
        var target = folder.Combine("text my_self");

        Assert.Equal(0, await RunAsync(target));

        var template = Repository.Combine("src", "Ahoy.Templates", "content", "service");
        var expected = Files(template).Where(file => !file.StartsWith(".template.config", StringComparison.Ordinal));
        Assert.Equal(expected.Select(file => file.Replace("AhoyService", "text-my-self", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Files(target));
        Assert.Contains("<title>text-my-self</title>", await ReadAsync(Path.Combine(target, "assets", "assets", "index.html")), StringComparison.Ordinal);
        Assert.Equal(
            await ReadAsync(Path.Combine(template, "functions", "hello.js")), await ReadAsync(Path.Combine(target, "functions", "hello.js")));
    }

    [Fact]
    public async Task New_Service_HasNothingToReport()
    {
        using var folder = new TempFolder();
        await RunAsync(folder.Combine("fresh"));

        var result = CheckRun.Check(fix: false, folder.Combine("fresh"));
        Assert.Equal(2, result.Files.Count);
        Assert.All(result.Files, file => Assert.Empty(file.Findings));
    }

    [Theory]
    [InlineData("other.csproj")]
    [InlineData("functions/hello.js")]
    [InlineData(".env")]
    public async Task New_FolderWithAProjectOrOneOfTheFiles_IsLeftAsItIs(string taken)
    {
        using var folder = new TempFolder();
        folder.Write(taken, "mine");

        Assert.Equal(2, await RunAsync(folder.Path, "--name", "service"));

        Assert.Equal([taken], Files(folder.Path));
        Assert.Equal("mine", await ReadAsync(folder.Combine(taken)));
    }

    [Theory]
    [InlineData("no spaces")]
    [InlineData("")]
    public async Task New_InvalidName_WritesNothing(string name)
    {
        using var folder = new TempFolder();

        Assert.Equal(2, await RunAsync(folder.Combine("service"), "--name", name));

        Assert.False(Directory.Exists(folder.Combine("service")));
    }

    private static Task<int> RunAsync(params string[] args) =>
        new RootCommand { NewCommand.Create() }.Parse(["new", .. args]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
}
