using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as logging commands of Azure Pipelines, which it shows in the summary of a run.</summary>
internal static class AzureReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("azure", (result, output) => Write(result, output, RepositoryPaths.Of("BUILD_SOURCESDIRECTORY")));

    /// <summary>Writes a result.</summary>
    public static void Write(CheckResult result, Stream output, RepositoryPaths paths)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var message in result.Failures.Concat(result.Problems))
        {
            writer.Write($"##vso[task.logissue type=error]{EscapeMessage(message)}\n");
        }

        foreach (var found in ReportedFinding.Of(result))
        {
            var path = paths.NameOf(found.Place.Path);
            if (found.Severity < Severity.Warning)
            {
                // There are errors and warnings only: a suggestion is a line of the log.
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{EscapeMessage(path)}:{found.Place.Line}:{found.Place.Column}: info {found.Id}: {EscapeMessage(found.Message)}\n"));
                continue;
            }

            var type = found.Severity == Severity.Error ? "error" : "warning";
            var lines = found.HasLine ? string.Create(CultureInfo.InvariantCulture, $"linenumber={found.Place.Line};columnnumber={found.Place.Column};") : "";
            writer.Write($"##vso[task.logissue type={type};sourcepath={EscapeProperty(path)};{lines}code={found.Id};]{EscapeMessage(found.Message)}\n");
        }

        writer.Write(TextReport.Sum(result) + "\n");
    }

    private static string EscapeMessage(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeMessage(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
