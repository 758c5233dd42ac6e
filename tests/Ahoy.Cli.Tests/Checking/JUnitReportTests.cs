using System.Xml.Linq;
using Ahoy.Cli.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Checking;

public sealed class JUnitReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_ErrorsAreFailures_AndTheRestPasses()
    {
        _folder.Write("functions/broken.js", "callback(;\n");
        _folder.Write("functions/fine.js", "exports.handler = (context, event, callback) => callback(null, 'ok');\n");
        _folder.Write("functions/warned.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers.host);\n");

        var suites = Report(_folder.Path).Elements("testsuite").ToDictionary(suite => Path.GetFileName((string)suite.Attribute("name")!));

        Assert.Equal(("1", "AHOY0001"), ((string?)suites["broken.js"].Attribute("failures"), (string?)suites["broken.js"].Descendants("failure").Single().Attribute("type")));
        Assert.Equal(("1", "0"), ((string?)suites["fine.js"].Attribute("tests"), (string?)suites["fine.js"].Attribute("failures")));
        Assert.Empty(suites["warned.js"].Descendants("failure"));
        Assert.Contains("warning AHOY3001", suites["warned.js"].Descendants("system-out").Single().Value, StringComparison.Ordinal);
        Assert.All(suites.Values, suite => Assert.Equal((int?)suite.Attribute("tests"), suite.Elements("testcase").Count()));
    }

    [Fact]
    public void Report_WhatXmlCanNotHold_IsReplaced()
    {
        _folder.Write("functions/a.js", "exports.handler = (context, event, callback) => callback(null, event.request.headers['A\\x01<&😀']);\n");

        var text = Report(_folder.Path).Descendants("system-out").Single().Value;

        Assert.Contains("'A\uFFFD<&😀'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WhatCanNotBeChecked_IsAnError()
    {
        var suite = Report(_folder.Combine("nowhere")).Elements("testsuite").Single();

        Assert.Equal("1", (string?)suite.Attribute("errors"));
        Assert.EndsWith("there is no such folder.", suite.Descendants("error").Single().Value, StringComparison.Ordinal);
    }

    private static XElement Report(string folder) => XDocument.Parse(ReportRun.Text(JUnitReport.Format.Write, folder)).Root!;
}
