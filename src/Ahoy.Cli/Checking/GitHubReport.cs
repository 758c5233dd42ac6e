using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as workflow commands of GitHub Actions, which it shows at the lines of a pull request.</summary>
internal static class GitHubReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("github", (result, output) => Write(result, output, RepositoryPaths.Of("GITHUB_WORKSPACE")));

    /// <summary>Writes a result.</summary>
    public static void Write(CheckResult result, Stream output, RepositoryPaths paths)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var message in result.Failures.Concat(result.Problems))
        {
            writer.Write($"::error title=ahoy::{EscapeData(message)}\n");
        }

        foreach (var found in ReportedFinding.Of(result))
        {
            writer.Write($"::{CommandOf(found.Severity)} file={EscapeProperty(paths.NameOf(found.Place.Path))},{LinesOf(found)}title={found.Id}::{EscapeData(found.Message)}\n");
        }

        writer.Write(TextReport.Sum(result) + "\n");
    }

    private static string LinesOf(ReportedFinding found)
    {
        if (!found.HasLine)
        {
            return "";
        }

        var place = found.Place;

        // Columns only count within one line.
        var columns = place.Line == place.EndLine && place.EndColumn > 1
            ? string.Create(CultureInfo.InvariantCulture, $"col={place.Column},endColumn={place.EndColumn},")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"line={place.Line},endLine={place.EndLine},{columns}");
    }

    private static string CommandOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };

    private static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
