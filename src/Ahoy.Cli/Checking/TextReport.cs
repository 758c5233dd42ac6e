using System.Globalization;
using System.Text;
using Ahoy.JavaScript;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings for people: a line each that terminals and editors can follow, and a sum.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<CheckedFile> files, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                writer.WriteLine($"{At(file, finding.Start)}: {NameOf(finding.Severity)} {finding.Rule.Id}: {finding.Message}");
                foreach (var related in finding.Related)
                {
                    writer.WriteLine($"  {At(file, related.Start)}: {related.Note}");
                }
            }
        }

        writer.WriteLine(Sum(files));
    }

    private static string At(CheckedFile file, int offset)
    {
        LinePosition position = file.Source.Lines.PositionOf(offset);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{position.Line + 1}:{position.Column + 1}");
    }

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Sum(IReadOnlyList<CheckedFile> files)
    {
        var bySeverity = files.SelectMany(file => file.Findings).ToLookup(finding => finding.Severity);
        return $"{Count(files.Count, "file")}: {Count(bySeverity[Severity.Error].Count(), "error")}, {Count(bySeverity[Severity.Warning].Count(), "warning")}, {Count(bySeverity[Severity.Info].Count(), "suggestion")}.";
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
