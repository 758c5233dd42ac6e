using System.Globalization;
using System.Text;
using System.Xml;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>Writes findings as the XML of JUnit, which nearly every build server reads: a suite for each file, a case for each finding.</summary>
/// <remarks>Only errors are failures, as they alone are for the exit code; what the baseline keeps is skipped.</remarks>
internal static class JUnitReport
{
    /// <summary>What <c>--format</c> calls it.</summary>
    public static ReportFormat Format { get; } = new("junit", Write);

    private static void Write(CheckResult result, Stream output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "ahoy check");
        string[] failures = [.. result.Failures, .. result.Problems];
        if (failures.Length > 0)
        {
            WriteFailures(xml, failures);
        }

        var found = ReportedFinding.Of(result).ToLookup(finding => finding.Place.Path);
        var kept = ReportedFinding.KeptOf(result).ToLookup(finding => finding.Place.Path);
        foreach (var path in result.Files.Select(file => file.Path).Concat(found.Select(group => group.Key)).Concat(kept.Select(group => group.Key)).Distinct())
        {
            WriteSuite(xml, path, [.. found[path]], [.. kept[path]]);
        }

        xml.WriteEndElement();
    }

    private static void WriteFailures(XmlWriter xml, string[] messages)
    {
        StartSuite(xml, "ahoy", messages.Length, failures: 0, errors: messages.Length, skipped: 0);
        foreach (var message in messages)
        {
            StartCase(xml, "checked", "ahoy");
            WriteOutcome(xml, "error", message, type: null, text: message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string path, ReportedFinding[] found, ReportedFinding[] kept)
    {
        StartSuite(xml, path, Math.Max(1, found.Length + kept.Length), found.Count(IsError), errors: 0, kept.Length);
        if (found.Length + kept.Length == 0)
        {
            // A suite without cases is taken for one that did not run.
            StartCase(xml, "no findings", path);
            xml.WriteEndElement();
        }

        foreach (var finding in found)
        {
            StartCase(xml, NameOf(finding), path);
            if (IsError(finding))
            {
                WriteOutcome(xml, "failure", finding.Message, finding.Id, TextOf(finding));
            }
            else
            {
                xml.WriteElementString("system-out", Clean(TextOf(finding)));
            }

            xml.WriteEndElement();
        }

        foreach (var finding in kept)
        {
            StartCase(xml, NameOf(finding), path);
            WriteOutcome(xml, "skipped", "The baseline keeps it: " + finding.Message, type: null, text: null);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsError(ReportedFinding finding) => finding.Severity == Severity.Error;

    private static string NameOf(ReportedFinding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Id} {finding.Place.Line}:{finding.Place.Column}");

    private static string TextOf(ReportedFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Place.Path}:{finding.Place.Line}:{finding.Place.Column}: {TextReport.NameOf(finding.Severity)} {finding.Id}: {finding.Message}\n{finding.Help}");

    private static void StartSuite(XmlWriter xml, string name, int tests, int failures, int errors, int skipped)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(name));
        foreach (var (attribute, count) in new[] { ("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped) })
        {
            xml.WriteAttributeString(attribute, count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void StartCase(XmlWriter xml, string name, string path)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", Clean(path));
        xml.WriteAttributeString("file", Clean(path));
        xml.WriteAttributeString("time", "0");
    }

    private static void WriteOutcome(XmlWriter xml, string name, string message, string? type, string? text)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("message", Clean(message));
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        if (text is not null)
        {
            xml.WriteString(Clean(text));
        }

        xml.WriteEndElement();
    }

    // Messages quote code, and code may hold what XML can't.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
