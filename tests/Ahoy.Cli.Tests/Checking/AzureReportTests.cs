using Ahoy.Cli.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

public sealed class AzureReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_Finding_IsALoggingCommand()
    {
        _folder.Write("functions/a.js", "exports.handler = (context, event, callback) =>\n  callback(null, event.request.headers.host);\n// ahoy-disable-line AHOY1002\n");

        var lines = ReportRun.Lines((result, output) => AzureReport.Write(result, output, RepositoryPaths.Below(_folder.Path)), _folder.Path);

        Assert.StartsWith(
            "##vso[task.logissue type=warning;sourcepath=functions/a.js;linenumber=2;columnnumber=40;code=AHOY3001;]The platform", lines[0], StringComparison.Ordinal);

        // There is no command for a suggestion.
        Assert.StartsWith("functions/a.js:3:", lines[1], StringComparison.Ordinal);
        Assert.Contains("info AHOY0009: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void Report_CharactersThatEndACommand_AreEscaped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No file has such a name there.");
        _folder.Write("functions/a;]%.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers['A%\\r\\n##vso[x]']);\n");

        var lines = ReportRun.Lines((result, output) => AzureReport.Write(result, output, RepositoryPaths.Below(_folder.Path)), _folder.Path);

        Assert.Contains(lines, line => line.StartsWith("##vso[task.logissue type=warning;sourcepath=functions/a%3B%5D%AZP25.js;linenumber=1;", StringComparison.Ordinal)
            && line.Contains("'A%AZP25%0D%0A##vso[x]'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("##vso[task.logissue type=error;sourcepath=functions/a%3B%5D%AZP25.js;code=AHOY5005;]", StringComparison.Ordinal));
    }
}
