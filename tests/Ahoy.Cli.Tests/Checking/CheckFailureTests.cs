using Ahoy.Cli.Checking;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>What can't be checked is said in a line and keeps nothing else from being checked. The exit code is 2 where the command line is wrong, and 1 where the project is.</summary>
public sealed class CheckFailureTests : IDisposable
{
    private const string Fine = "exports.handler = (context, event, callback) => callback(null, 'ok');\n";
    private const string Fixable = "exports.handler = (context, event, callback) => callback(null, event.request.headers['Accept']);\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_OneOfTwoFoldersMissing_ChecksTheOther()
    {
        _folder.Write("one/functions/a.js", "callback(;\n");

        var result = CheckRun.Check(fix: false, _folder.Combine("one"), _folder.Combine("two"));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal([$"{_folder.Combine("two")}: there is no such folder."], result.Failures);
        Assert.NotEmpty(Assert.Single(result.Files).Findings);
    }

    [Fact]
    public void Check_AFile_SaysThatAFolderIsMeant()
    {
        var file = _folder.Write("functions/a.js", Fine);

        var result = CheckRun.Check(fix: false, file);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal([$"{file} is a file: name the project's folder, the one that holds 'functions'."], result.Failures);
    }

    [Fact]
    public void Check_FolderWithoutFunctions_NamesTheOptions()
    {
        var result = CheckRun.Check(fix: false, _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--functions-folder", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FolderNamedTwice_IsCheckedOnce()
    {
        _folder.Write("functions/a.js", Fine);

        var result = CheckRun.Check(fix: false, _folder.Path, _folder.Path + Path.DirectorySeparatorChar, Path.Combine(_folder.Path, "functions", ".."));

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Files);
    }

    [Fact]
    public void Check_FoldersThatOverlap_CheckEachFileOnce()
    {
        _folder.Write("functions/a.js", Fine);
        _folder.Write("functions/inner/functions/b.js", Fine);

        var result = CheckRun.Check(fix: true, _folder.Path, _folder.Combine("functions/inner"));

        Assert.Equal(["a.js", "b.js"], result.Files.Select(file => Path.GetFileName(file.Path)));
    }

    [Fact]
    public void Check_BinaryFile_IsReportedAsSyntaxErrorsAndNoMore()
    {
        var bytes = new byte[65536];
        new Random(1).NextBytes(bytes);
        var file = _folder.Write("functions/a.js", "");
        File.WriteAllBytes(file, bytes);

        var result = CheckRun.Check(fix: true, _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Failures);
        Assert.InRange(Assert.Single(result.Files).Findings.Count, 1, 20);
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void Check_HugeFile_IsChecked()
    {
        _folder.Write("functions/a.js", string.Concat(Enumerable.Repeat("table.push([1, 'two', { three: 3 }]);\n", 100_000)));

        var result = CheckRun.Check(fix: false, _folder.Path);

        Assert.Empty(result.Failures);
        Assert.Single(result.Files);
    }

    [Fact]
    public void Check_LinkToAFolderAbove_IsAProblemAndNoLoop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right on Windows.");
        _folder.Write("functions/a.js", Fine);
        Directory.CreateSymbolicLink(_folder.Combine("functions/again"), _folder.Combine("functions"));

        var result = CheckRun.Check(fix: false, _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("functions/again: is a link to a folder that it lies in", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Single(result.Files);
    }

    [Fact]
    public void Fix_ReadOnlyFile_LeavesItAndReportsWhatIsThere()
    {
        var file = _folder.Write("functions/a.js", Fixable);
        File.SetAttributes(file, FileAttributes.ReadOnly);

        var result = CheckRun.Check(fix: true, _folder.Path);
        File.SetAttributes(file, FileAttributes.Normal);

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("a.js can't be fixed: the file is read-only.", Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Contains(Assert.Single(result.Files).Findings, finding => finding.Rule.Id == "AHOY3002");
        Assert.Equal(Fixable, File.ReadAllText(file));
    }

    [Fact]
    public void Fix_FileBehindALink_KeepsTheLink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right on Windows.");
        var file = _folder.Write("common/a.js", Fixable);
        Directory.CreateDirectory(_folder.Combine("functions"));
        var link = File.CreateSymbolicLink(_folder.Combine("functions/a.js"), file).FullName;

        var result = CheckRun.Check(fix: true, _folder.Path);

        Assert.Equal(1, result.FixedFiles);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Contains("'accept'", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("functions")]
    [InlineData("functions/a.js/result.txt")]
    public void Write_PlaceThatCanNotBeWritten_LeavesNothingBehind(string path)
    {
        _folder.Write("functions/a.js", Fine);

        Assert.ThrowsAny<IOException>(() => WholeFile.Write(_folder.Combine(path), file => file.WriteByte(1)));

        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Combine("functions")));
    }

    [Fact]
    public void Write_FailureOnTheWay_KeepsWhatWasThere()
    {
        var file = _folder.Write("result.txt", "earlier");

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(file, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("earlier", File.ReadAllText(file));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData(".twilioserverlessrc", "{ runtime: ")]
    [InlineData("package.json", "{ broken")]
    [InlineData(".env", "no variable\n")]
    public async Task Check_InputOfTheProjectThatCanNotBeRead_Fails(string file, string content)
    {
        _folder.Write("functions/a.js", Fine);
        _folder.Write(file, content);

        Assert.Equal(1, (await CheckRun.InvokeAsync(_folder)).ExitCode);
    }

    [Fact]
    public async Task Check_ConfigurationThatIsNamed_IsTheProjectsWhereItIsThere()
    {
        _folder.Write("functions/a.js", Fine);
        var broken = _folder.Write("other.json5", "{ runtime: ");

        Assert.Equal(1, (await CheckRun.InvokeAsync(_folder, ".", "--config", broken)).ExitCode);
        Assert.Equal(2, (await CheckRun.InvokeAsync(_folder, ".", "--config", _folder.Combine("nowhere.json5"))).ExitCode);
    }

    [Fact]
    public void Check_Cancelled_Stops()
    {
        _folder.Write("functions/a.js", Fine);

        Assert.ThrowsAny<OperationCanceledException>(() => new ProjectChecker(fix: false).Check(
            [_folder.Path], new GivenSettings(), new CancellationToken(canceled: true)));
    }
}
