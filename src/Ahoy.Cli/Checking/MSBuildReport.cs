using System.Globalization;
using System.Text;
using Ahoy.Analysis.Engine;

namespace Ahoy.Cli.Checking;

/// <summary>
/// Writes what runs have shown in the form that MSBuild reads: for a build, whose compiler has told the findings themselves already. What only runs find is a warning of the build, and what they say of
/// the rest a message.
/// </summary>
internal static class MSBuildReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("msbuild", Write);

    private static void Write(CheckResult result, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var file in result.Files)
        {
            foreach (var finding in file.Findings.Concat(file.Withdrawn).Where(file.Proofs.ContainsKey))
            {
                var proof = file.Proofs[finding];
                var isFault = finding.Rule.Category == RuleCategory.Faults;
                var kind = isFault ? TextReport.NameOf(finding.Severity) : "message";
                var text = isFault ? $"{finding.Message} ({proof})" : proof.ToString();
                var place = file.PlaceOf(finding.Start, finding.End);
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{Path.GetFullPath(place.Path)}({place.Line},{place.Column}): {(kind == "info" ? "message" : kind)} {finding.Rule.Id}: {text}"));
            }
        }
    }
}
