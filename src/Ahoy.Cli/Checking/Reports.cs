namespace Ahoy.Cli.Checking;

/// <summary>The forms in which a result can be written.</summary>
internal static class Reports
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        TextReport.Format,
        JsonReport.Format,
        SarifReport.Format,
        GitHubReport.Format,
        GitLabReport.Format,
        AzureReport.Format,
        JUnitReport.Format,
        MSBuildReport.Format,
    ];

    /// <summary>The format of a name.</summary>
    public static ReportFormat Named(string name) => All.First(format => format.Name == name);
}
