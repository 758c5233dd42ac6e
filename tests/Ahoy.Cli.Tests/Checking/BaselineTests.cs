using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary><c>ahoy check --baseline</c>: what is known is kept, and what is new is reported.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Known = """
        exports.handler = (context, event, callback) => {
          callback(null, event.request.headers.host);
        };

        """;

    private const string New = "exports.handler = (context, event, callback) => callback(null, event.request.headers['Accept']);\n";

    private readonly TempFolder _folder = new();
    private readonly string _baseline;

    public BaselineTests()
    {
        _baseline = _folder.Combine("ahoy-baseline.json");
        _folder.Write("functions/a.js", Known);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Update_NoFileYet_KeepsAllThatIsFound()
    {
        var (exitCode, text) = await UpdateAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("1 file: 0 errors, 0 warnings, 0 suggestions. 1 kept by the baseline.", text.Trim());
        var entry = Assert.Single(JsonDocument.Parse(await ReadAsync()).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("functions/a.js", "AHOY3001"), (entry.GetProperty("file").GetString(), entry.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task Check_KeptFindingThatMoved_IsKept()
    {
        await UpdateAsync();
        _folder.Write("functions/a.js", "// A comment.\n\n" + Known.Replace("  callback", "\tcallback", StringComparison.Ordinal));

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);

        Assert.Equal("1 file: 0 errors, 0 warnings, 0 suggestions. 1 kept by the baseline.", text.Trim());
    }

    [Fact]
    public async Task Check_SecondOfTheKind_IsNew()
    {
        await UpdateAsync();
        _folder.Write("functions/a.js", Known.Replace("};", "  callback(null, event.request.headers.host);\n};", StringComparison.Ordinal));

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);

        Assert.Contains("a.js:3:40: warning AHOY3001", text, StringComparison.Ordinal);
        Assert.Contains("1 kept by the baseline", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SameFindingInAnotherFile_IsNew()
    {
        await UpdateAsync();
        _folder.Write("functions/b.js", Known);

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);

        Assert.Contains("b.js:2:40: warning AHOY3001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NewError_FailsBesideKeptOnes()
    {
        _folder.Write(".editorconfig", "root = true\n[*.js]\ndotnet_diagnostic.AHOY3001.severity = error\ndotnet_diagnostic.AHOY3002.severity = error\n");
        Assert.Equal(1, (await CheckRun.InvokeAsync(_folder)).ExitCode);
        Assert.Equal(0, (await UpdateAsync()).ExitCode);
        _folder.Write("functions/b.js", New);

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);

        Assert.Equal(1, exitCode);
        Assert.Contains("error AHOY3002", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AHOY3001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ProblemOfTheBuild_IsKeptWhateverItsNumbers()
    {
        _folder.Write(".env", $"LONG={new string('x', 460)}\n");
        Assert.Equal(1, (await CheckRun.InvokeAsync(_folder)).ExitCode);
        Assert.Equal(0, (await UpdateAsync()).ExitCode);
        Assert.DoesNotContain("xxx", await ReadAsync(), StringComparison.Ordinal);
        _folder.Write(".env", $"\nLONG={new string('x', 500)}\n");

        Assert.Equal(0, (await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline)).ExitCode);
    }

    [Fact]
    public async Task Check_ProjectThatCanNotBeRead_IsKeptByNoBaseline()
    {
        _folder.Write("package.json", "{ broken");

        var (exitCode, _) = await UpdateAsync();

        Assert.Equal(1, exitCode);
        Assert.False(File.Exists(_baseline));
    }

    [Fact]
    public async Task Update_FileThatIsThere_IsPrunedAndTakesNothingIn()
    {
        await UpdateAsync();
        _folder.Write("functions/a.js", New);

        var (_, before) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);
        var (_, after) = await UpdateAsync();

        Assert.Contains("1 finding of the baseline is gone: --update-baseline takes it out.", before, StringComparison.Ordinal);
        Assert.Contains("warning AHOY3002", after, StringComparison.Ordinal);
        Assert.DoesNotContain("gone", after, StringComparison.Ordinal);
        Assert.Equal("{\n  \"version\": 1,\n  \"findings\": []\n}\n", await ReadAsync());
    }

    [Fact]
    public async Task Update_OneOfTwoProjects_LeavesTheOther()
    {
        _folder.Write("one/functions/a.js", Known);
        _folder.Write("two/functions/a.js", Known);
        await CheckRun.InvokeAsync(_folder, "one", "two", "--baseline", _baseline, "--update-baseline");
        var both = await ReadAsync();
        _folder.Write("one/functions/a.js", New);

        await CheckRun.InvokeAsync(_folder, "two", "--baseline", _baseline, "--update-baseline");
        Assert.Equal(both, await ReadAsync());
        await CheckRun.InvokeAsync(_folder, "one", "--baseline", _baseline, "--update-baseline");

        Assert.Contains("two/functions/a.js", Assert.Single((await ReadAsync()).Split('\n'), line => line.Contains("AHOY", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("{", 1)]
    [InlineData("{ \"version\": 2, \"findings\": [] }", 1)]
    [InlineData("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n", 1)]
    public async Task Check_BaselineThatCanNotBeUsed_ChecksNothing(string? content, int expected)
    {
        if (content is not null)
        {
            _folder.Write("ahoy-baseline.json", content);
        }

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline);

        Assert.Equal((expected, ""), (exitCode, text));
    }

    [Fact]
    public async Task Update_WithoutABaseline_IsRefused() => Assert.Equal(2, (await CheckRun.InvokeAsync(_folder, ".", "--update-baseline")).ExitCode);

    [Fact]
    public async Task Json_HoldsWhatIsKeptAndWhatIsGone()
    {
        await UpdateAsync();
        var (_, kept) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline, "--format", "json");
        _folder.Write("functions/a.js", New);
        var (_, gone) = await CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline, "--format", "json");

        var first = JsonDocument.Parse(kept).RootElement;
        Assert.Empty(first.GetProperty("findings").EnumerateArray());
        Assert.Equal("AHOY3001", Assert.Single(first.GetProperty("kept").EnumerateArray()).GetProperty("id").GetString());
        var second = JsonDocument.Parse(gone).RootElement;
        Assert.Equal("AHOY3002", Assert.Single(second.GetProperty("findings").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(
            Assert.Single(first.GetProperty("kept").EnumerateArray()).GetProperty("fingerprint").GetString(),
            Assert.Single(second.GetProperty("gone").EnumerateArray()).GetProperty("fingerprint").GetString());
    }

    private Task<(int ExitCode, string Text)> UpdateAsync() => CheckRun.InvokeAsync(_folder, ".", "--baseline", _baseline, "--update-baseline");

    private Task<string> ReadAsync() => File.ReadAllTextAsync(_baseline, TestContext.Current.CancellationToken);
}
