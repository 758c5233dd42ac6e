using Ahoy.Cli.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

public sealed class GitHubReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_Finding_IsACommandWithItsPlaceInTheRepository()
    {
        _folder.Write("services/one/functions/a.js", "exports.handler = (context, event, callback) =>\n  callback(null, event.request.headers.host);\n");

        var lines = ReportRun.Lines((result, output) => GitHubReport.Write(result, output, RepositoryPaths.Below(_folder.Path)), _folder.Combine("services/one"));

        Assert.StartsWith(
            "::warning file=services/one/functions/a.js,line=2,endLine=2,col=40,endColumn=44,title=AHOY3001::The platform keeps the header 'host'", lines[0], StringComparison.Ordinal);
        Assert.Equal("1 file: 0 errors, 1 warning, 0 suggestions.", lines[1]);
    }

    [Fact]
    public void Report_CharactersThatEndACommand_AreEscaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name there.");
        _folder.Write("functions/a,b:c%.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers['A%\\r\\n::error::x']);\n");

        var lines = ReportRun.Lines((result, output) => GitHubReport.Write(result, output, RepositoryPaths.Below(_folder.Path)), _folder.Path);

        Assert.All(lines[..^1], line => Assert.StartsWith("::", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("::warning file=functions/a%2Cb%3Ac%25.js,line=1,", StringComparison.Ordinal) && line.Contains("'A%25%0D%0A::error::x'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("::error file=functions/a%2Cb%3Ac%25.js,title=AHOY5005::", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_WhatCanNotBeChecked_IsAnError()
    {
        var lines = ReportRun.Lines(GitHubReport.Format.Write, _folder.Combine("nowhere"));

        Assert.StartsWith("::error title=ahoy::", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("nowhere: there is no such folder.", lines[0], StringComparison.Ordinal);
    }
}
