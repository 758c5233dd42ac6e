using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary><c>ahoy check --changed</c>, with git itself.</summary>
public sealed class ChangedFindingsTests : IDisposable
{
    private const string Source = """
        exports.handler = (context, event, callback) => {
          console.log(event.request.headers.host);
          if (event.ok) {
            return callback(null, 'ok');
          }
          callback(null, event.request.headers.Accept);
        };

        """;

    private readonly TempFolder _folder = new();

    public ChangedFindingsTests() => _folder.Write("functions/a.js", Source);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changed_NothingChanged_ReportsNothing()
    {
        await CommitAsync();

        Assert.Empty(await CheckAsync());
    }

    [Fact]
    public async Task Changed_OneLine_ReportsWhatIsInIt()
    {
        await CommitAsync();
        _folder.Write("functions/a.js", Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));

        Assert.Equal(["a.js:6 AHOY3002"], await CheckAsync());
    }

    [Fact]
    public async Task Changed_StagedOrNot_IsTheSame()
    {
        await CommitAsync();
        _folder.Write("functions/a.js", Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));
        await GitAsync("add", ".");

        Assert.Equal(["a.js:6 AHOY3002"], await CheckAsync());
    }

    [Fact]
    public async Task Changed_CallbackTakenOut_ReportsThePathThatLostIt()
    {
        await CommitAsync();
        _folder.Write("functions/a.js", Source.Replace("    return callback(null, 'ok');\n", "", StringComparison.Ordinal).Replace("  callback(null, event", "  console.log(event", StringComparison.Ordinal));

        Assert.Contains(await CheckAsync(), line => line.Contains("AHOY100", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_NewFile_IsReportedWhole()
    {
        await CommitAsync();
        _folder.Write("functions/unknown to git ä.js", Source);
        _folder.Write("functions/added.js", Source);
        await GitAsync("add", "functions/added.js");

        Assert.Equal(
            ["added.js:2 AHOY3001", "added.js:6 AHOY3002", "unknown to git ä.js: AHOY5005", "unknown to git ä.js:2 AHOY3001", "unknown to git ä.js:6 AHOY3002"],
            await CheckAsync());
    }

    [Fact]
    public async Task Changed_FileThatGitIgnores_IsLeftOut()
    {
        _folder.Write(".gitignore", "/functions/made.js\n");
        await CommitAsync();
        _folder.Write("functions/made.js", Source);

        Assert.Empty(await CheckAsync());
    }

    [Fact]
    public async Task Changed_RenamedFile_IsReportedWhereItChanged()
    {
        await CommitAsync();
        await GitAsync("mv", "functions/a.js", "functions/b.protcted.js");
        _folder.Write("functions/b.protcted.js", Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));

        Assert.Equal(["b.protcted.js: AHOY5004", "b.protcted.js:6 AHOY3002"], await CheckAsync());
    }

    [Fact]
    public async Task Changed_Revision_IsComparedWith()
    {
        await CommitAsync();
        await GitAsync("tag", "v1");
        _folder.Write("functions/a.js", "// more\n" + Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));
        await CommitAsync();

        Assert.Empty(await CheckAsync());
        Assert.Equal(["a.js:7 AHOY3002"], await CheckAsync("v1"));
    }

    [Fact]
    public async Task Changed_ProjectInAFolderOfTheRepository_IsFound()
    {
        _folder.Write("services/one/functions/a.js", Source);
        await CommitAsync();
        _folder.Write("services/one/functions/a.js", Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));

        var (_, text) = await CheckRun.InvokeAsync(_folder, "services/one", "--changed");

        Assert.Equal(["a.js:6 AHOY3002"], Found(text));
    }

    [Fact]
    public async Task Changed_UsersConfigurationOfDiffs_DoesNotMatter()
    {
        await CommitAsync();
        await GitAsync("config", "diff.noprefix", "true");
        await GitAsync("config", "diff.context", "9");
        await GitAsync("config", "diff.interHunkContext", "99");
        await GitAsync("config", "color.ui", "always");
        await GitAsync("config", "diff.external", "false");
        _folder.Write("functions/a.js", Source.Replace("headers.Accept", "headers['Accept']", StringComparison.Ordinal));

        Assert.Equal(["a.js:6 AHOY3002"], await CheckAsync());
    }

    [Fact]
    public async Task Changed_BeforeTheFirstCommit_ReportsEverything()
    {
        await GitAsync("init", "--quiet");

        Assert.Equal(["a.js:2 AHOY3001", "a.js:6 AHOY3002"], await CheckAsync());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("-x")]
    public async Task Changed_RevisionThatIsNone_IsRefused(string revision)
    {
        await CommitAsync();

        Assert.Equal((2, ""), await CheckRun.InvokeAsync(_folder, ".", $"--changed={revision}"));
    }

    [Fact]
    public async Task Changed_OutsideOfARepository_IsRefused() => Assert.Equal((2, ""), await CheckRun.InvokeAsync(_folder, ".", "--changed"));

    private async Task<string[]> CheckAsync(params string[] revision)
    {
        var (_, text) = await CheckRun.InvokeAsync(_folder, [".", "--changed", .. revision]);
        return Found(text);
    }

    // File, line and rule.
    private static string[] Found(string text) =>
    [
        .. text.Split('\n')
            .Select(line => System.Text.RegularExpressions.Regex.Match(line, @"([^/\\]+\.js)(:\d+)?(?::\d+)?: \w+ (AHOY\d+)"))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups[1].Value}{(match.Groups[2].Success ? match.Groups[2].Value : ":")} {match.Groups[3].Value}")
            .Order(StringComparer.Ordinal),
    ];

    private async Task CommitAsync()
    {
        await GitAsync("init", "--quiet");
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "x");
    }

    private async Task GitAsync(params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync("git", arguments, _folder.Path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
