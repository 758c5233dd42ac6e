using System.Text.Json;
using Ahoy.Cli.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>Code Quality: each entry has what GitLab demands (description, check_name, a unique fingerprint, severity, path and first line).</summary>
public sealed class GitLabReportTests : IDisposable
{
    private const string Source = "exports.handler = (context, event, callback) =>\n  callback(null, event.request.headers.host);\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_Finding_HasWhatGitLabDemands()
    {
        _folder.Write("one/functions/a.js", Source);
        _folder.Write("one/functions/hook.protcted.js", "exports.handler = (context, event, callback) => callback(null, 'ok');\n");

        var entries = Report(_folder.Combine("one"));

        Assert.Equal(["AHOY3001", "AHOY5004"], entries.Select(entry => entry.GetProperty("check_name").GetString()));
        Assert.All(entries, entry => Assert.Equal("minor", entry.GetProperty("severity").GetString()));
        Assert.StartsWith("AHOY3001: The platform keeps", entries[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("one/functions/a.js", entries[0].GetProperty("location").GetProperty("path").GetString());
        Assert.Equal(2, entries[0].GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32());
    }

    [Fact]
    public void Report_EqualFindingsOfTwoProjects_HaveFingerprintsOfTheirOwn()
    {
        _folder.Write("one/functions/a.js", Source + Source);
        _folder.Write("two/functions/a.js", Source);

        var fingerprints = Report(_folder.Combine("one"), _folder.Combine("two")).Select(entry => entry.GetProperty("fingerprint").GetString()).ToList();

        Assert.Equal(3, fingerprints.Count);
        Assert.Equal(3, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Report_NothingFound_IsAnEmptyList()
    {
        _folder.Write("functions/a.js", "exports.handler = (context, event, callback) => callback(null, 'ok');\n");

        Assert.Empty(Report(_folder.Path));
    }

    private JsonElement[] Report(params string[] folders) =>
    [
        .. JsonDocument.Parse(ReportRun.Text((result, output) => GitLabReport.Write(result, output, RepositoryPaths.Below(_folder.Path)), folders)).RootElement.EnumerateArray(),
    ];
}
