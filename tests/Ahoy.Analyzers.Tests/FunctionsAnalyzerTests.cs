using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;

namespace Ahoy.Analyzers.Tests;

public class FunctionsAnalyzerTests
{
    private const string Broken = "exports.handler = (context, event, callback) => {\n  callback(null, );\n  const = 1;\n};\n";

    [Theory]
    [InlineData("functions/a.js", true)]
    [InlineData("functions/a.protected.js", true)]
    [InlineData("functions/a.private.js", true)]
    [InlineData("assets/a.private.js", true)]
    [InlineData("assets/a.js", false)]
    [InlineData("assets/a.protected.js", false)]
    [InlineData("assets/a.private.json", false)]
    public async Task Analyze_Resource_LooksAtWhatTheRuntimeLoads(string file, bool analyzed)
    {
        var diagnostics = await Diagnose(new FunctionsProject().AddResource(file, Broken));

        Assert.Equal(analyzed, diagnostics.Any(d => d.Id == "AHOY0001"));
    }

    [Theory]
    [InlineData("[src/**.ts]", "error", DiagnosticSeverity.Error)]
    [InlineData("[src/**.ts]", "none", null)]
    [InlineData("[functions/**.js]", "error", DiagnosticSeverity.Error)]
    [InlineData("[test/**.ts]", "none", DiagnosticSeverity.Warning)]
    public async Task Report_CompiledFunction_IsToldAtItsSourceWithTheSourcesSeverity(string section, string severity, DiagnosticSeverity? expected)
    {
        var project = new FunctionsProject()
            .AddResource("functions/a.js", "exports.handler = (context, event, callback) => {\n    callback(null, event.request.headers.host);\n};\n//# sourceMappingURL=a.js.map\n")
            .AddFile("functions/a.js.map", """{"version":3,"sources":["../src/a.ts"],"mappings":"AAAA;IAEE"}""")
            .AddFile("src/a.ts", "export const handler = (context: any, event: any, callback: any): void => {\n\n  callback(null, event.request.headers.host);\n};\n")
            .AddFile(".editorconfig", $"{section}\ndotnet_diagnostic.AHOY3001.severity = {severity}")
            .AddSummary(new ProjectSummary(NodeRuntime.Default, [FunctionsProject.ResourceOf("functions/a.js")], variables: null, packages: null, []));

        var diagnostic = (await Diagnose(project)).SingleOrDefault(found => found.Id == "AHOY3001");

        Assert.Equal(expected, diagnostic?.Severity);
        if (diagnostic is not null)
        {
            Assert.Equal(("/project/src/a.ts", 2), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        }
    }

    [Fact]
    public async Task Analyze_FileThatIsNoResource_IsLeftAlone() =>
        Assert.Empty(await Diagnose(new FunctionsProject().AddFile("tools/script.js", Broken)));

    [Fact]
    public async Task Report_Diagnostic_NamesFileLineAndHelp()
    {
        var diagnostics = await Diagnose(new FunctionsProject().AddResource("functions/sms/a.js", Broken));

        var first = diagnostics.First(d => d.Id == "AHOY0001");
        Assert.Equal("/project/functions/sms/a.js", first.Location.GetLineSpan().Path);
        Assert.Equal(2, first.Location.GetLineSpan().StartLinePosition.Line);
        Assert.EndsWith("AHOY0001.md", first.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal("Ahoy.Language", first.Descriptor.Category);
    }

    [Theory]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY0001.severity = warning", DiagnosticSeverity.Warning)]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY0001.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY0001.severity = none", null)]
    [InlineData("[assets/**.js]\ndotnet_diagnostic.AHOY0001.severity = none", DiagnosticSeverity.Error)]
    public async Task Report_SectionOfEditorConfig_SetsTheSeverity(string config, DiagnosticSeverity? expected)
    {
        var project = new FunctionsProject().AddResource("functions/a.js", Broken).AddFile(".editorconfig", config);

        var diagnostics = await Diagnose(project);

        Assert.Equal(expected, diagnostics.FirstOrDefault(d => d.Id == "AHOY0001")?.Severity);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    public async Task Report_OptionOfTheCompilation_SetsTheSeverity(ReportDiagnostic option, DiagnosticSeverity? expected)
    {
        var test = new FunctionsAnalyzerTest(new FunctionsProject().AddResource("functions/a.js", Broken)).SetSeverity("AHOY0001", option);

        var diagnostics = await test.DiagnoseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, diagnostics.FirstOrDefault(d => d.Id == "AHOY0001")?.Severity);
    }

    [Fact]
    public async Task Report_WarningOfASectionAsError_IsAnError()
    {
        var project = new FunctionsProject()
            .AddResource("functions/a.js", Broken)
            .AddFile(".editorconfig", "[*.js]\ndotnet_diagnostic.AHOY0001.severity = warning");

        var diagnostics = await new FunctionsAnalyzerTest(project)
            .SetSeverity("AHOY0001", ReportDiagnostic.Error)
            .DiagnoseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticSeverity.Error, diagnostics.First(d => d.Id == "AHOY0001").Severity);
    }

    [Fact]
    public async Task Suppress_RuleThatIsOff_IsNotCalledUseless()
    {
        const string Source = "// ahoy-disable-next-line AHOY0001\nexports.handler = (context, event, callback) => callback();\n";

        var project = new FunctionsProject().AddResource("functions/a.js", Source);

        var on = await Diagnose(project);
        var off = await new FunctionsAnalyzerTest(project)
            .SetSeverity("AHOY0001", ReportDiagnostic.Suppress)
            .DiagnoseAsync(TestContext.Current.CancellationToken);

        Assert.Contains(on, d => d.Id == "AHOY0009");
        Assert.DoesNotContain(off, d => d.Id == "AHOY0009");
    }

    [Fact]
    public async Task Analyze_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new FunctionsAnalyzerTest(new FunctionsProject().AddResource("functions/a.js", Broken)).DiagnoseAsync(cancelled.Token));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(FunctionsProject project) =>
        await new FunctionsAnalyzerTest(project).DiagnoseAsync(TestContext.Current.CancellationToken);
}
