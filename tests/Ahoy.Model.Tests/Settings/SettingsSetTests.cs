using Microsoft.CodeAnalysis;

namespace Ahoy.Model.Tests.Settings;

/// <summary>What a settings file says is what the compiler itself makes of it, which these tests ask for each case.</summary>
public class SettingsSetTests
{
    private const string Id = "AHOY1002";

    private const string Category = "Ahoy.Handler";

    [Theory]
    [InlineData("[*.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/a.js")]
    [InlineData("[*.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/a.ts")]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY1002.severity = none", "/p/functions/sms/reply.protected.js")]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY1002.severity = none", "/p/functions/a.js")]
    [InlineData("[functions/**/*.js]\ndotnet_diagnostic.AHOY1002.severity = none", "/p/functions/a.js")]
    [InlineData("[functions/**.js]\ndotnet_diagnostic.AHOY1002.severity = none", "/p/other/functions/a.js")]
    [InlineData("[/functions/*.js]\ndotnet_diagnostic.AHOY1002.severity = silent", "/p/functions/a.js")]
    [InlineData("[functions/*.js]\ndotnet_diagnostic.AHOY1002.severity = suggestion", "/p/functions/sms/a.js")]
    [InlineData("[{a,b}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/b.js")]
    [InlineData("[{a,b}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/c.js")]
    [InlineData("[functions/{sms/*,voice/{menu,hold}}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/voice/hold.js")]
    [InlineData("[functions/{sms/*,voice/{menu,hold}}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/functions/voice/other.js")]
    [InlineData("[v{1..12}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/v7.js")]
    [InlineData("[v{1..12}.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/v13.js")]
    [InlineData("[?.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/a.js")]
    [InlineData("[[ab].js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/b.js")]
    [InlineData("[[!ab].js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/b.js")]
    [InlineData("[*]\ndotnet_diagnostic.ahoy1002.severity = ERROR # comment", "/p/functions/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity : error ; comment", "/p/functions/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity = refactoring", "/p/functions/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity = wrong", "/p/functions/a.js")]
    [InlineData("[*]\n# dotnet_diagnostic.AHOY1002.severity = error", "/p/functions/a.js")]
    [InlineData("dotnet_diagnostic.AHOY1002.severity = error", "/p/functions/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity = error\n[*.js]\ndotnet_diagnostic.AHOY1002.severity = none", "/p/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity = error\n[*.js]\ndotnet_diagnostic.AHOY1003.severity = none", "/p/a.js")]
    [InlineData("[broken\ndotnet_diagnostic.AHOY1002.severity = error", "/p/a.js")]
    [InlineData("[{a,b.js]\ndotnet_diagnostic.AHOY1002.severity = error", "/p/a.js")]
    [InlineData("[*]\r\ndotnet_diagnostic.AHOY1002.severity = error\r\n", "/p/a.js")]
    [InlineData("[*]\ndotnet_diagnostic.AHOY1002.severity = error", "/elsewhere/a.js")]
    public void For_EditorConfig_SaysWhatTheCompilerSays(string config, string path) =>
        AssertAgreesWithCompiler(path, ("/p/.editorconfig", config));

    [Fact]
    public void For_InnerFile_CountsMore() => AssertAgreesWithCompiler(
        "/p/functions/a.js",
        ("/p/functions/.editorconfig", "[*.js]\ndotnet_diagnostic.AHOY1002.severity = none"),
        ("/p/.editorconfig", "[*.js]\ndotnet_diagnostic.AHOY1002.severity = error"));

    [Fact]
    public void For_RootFile_HidesThoseAbove() => AssertAgreesWithCompiler(
        "/p/functions/a.js",
        ("/p/.editorconfig", "root = true\n[*.js]\ndotnet_diagnostic.AHOY1003.severity = none"),
        ("/.editorconfig", "[*.js]\ndotnet_diagnostic.AHOY1002.severity = error"));

    [Fact]
    public void For_GlobalConfig_CountsLessThanASection()
    {
        var settings = Set(
            ("/p/.globalconfig", "is_global = true\ndotnet_diagnostic.AHOY1002.severity = error"),
            ("/p/.editorconfig", "[functions/*]\ndotnet_diagnostic.AHOY1002.severity = suggestion"));

        Assert.Equal(Severity.Info, settings.For("/p/functions/a.js").Of(Id, Category));
        Assert.Equal(Severity.Error, settings.For("/p/assets/a.js").Of(Id, Category));
    }

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Ahoy.Handler.severity = none", Severity.None)]
    [InlineData("dotnet_analyzer_diagnostic.category-Ahoy.Headers.severity = none", null)]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", Severity.Error)]
    [InlineData("dotnet_analyzer_diagnostic.severity = error\ndotnet_diagnostic.AHOY1002.severity = silent", Severity.Hidden)]
    public void For_SettingOfAGroup_CountsLessThanTheRules(string lines, object? expected) =>
        Assert.Equal(expected, Set(("/p/.editorconfig", "[*]\n" + lines)).For("/p/a.js").Of(Id, Category));

    [Fact]
    public void For_WindowsPaths_AreTheSame()
    {
        var settings = Set((@"C:\p\.editorconfig", "[functions/*.js]\ndotnet_diagnostic.AHOY1002.severity = error"));

        Assert.Equal(Severity.Error, settings.For(@"C:\p\functions\a.js").Of(Id, Category));
    }

    private static SettingsSet Set(params (string Path, string Text)[] files) =>
        new(files.Select(file => SettingsFile.Parse(file.Path, file.Text)));

    private static void AssertAgreesWithCompiler(string path, params (string Path, string Text)[] files)
    {
        var compiler = AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());
        Severity? expected = compiler.GetOptionsForSourcePath(path).TreeOptions.TryGetValue(Id, out var report)
            ? report switch
            {
                ReportDiagnostic.Error => Severity.Error,
                ReportDiagnostic.Warn => Severity.Warning,
                ReportDiagnostic.Info => Severity.Info,
                ReportDiagnostic.Hidden => Severity.Hidden,
                ReportDiagnostic.Suppress => Severity.None,
                _ => null,
            }
            : null;

        Assert.Equal(expected, Set(files).For(path).Of(Id, Category));
    }
}
