using Ahoy.Bundling.Severities;
using Ahoy.Model;

namespace Ahoy.Bundling.Tests.Severities;

public class SeveritySettingsTests
{
    private static readonly Problem s_warning = new("AHOY5004", Severity.Warning, "");
    private static readonly Problem s_info = new("AHOY5013", Severity.Info, "");
    private static readonly Problem s_broken = new("AHOY5101", Severity.Error, "");

    [Fact]
    public void Of_NoWarn_BeatsEverything() =>
        Assert.Equal(Severity.None, new SeveritySettings(noWarn: "CS1;AHOY5004", warningsAsErrors: "AHOY5004").Of(s_warning, "/p/a"));

    [Fact]
    public void Of_NoWarn_DoesNotHideWhatCannotBeRead() =>
        Assert.Equal(Severity.Error, new SeveritySettings(noWarn: "AHOY5101").Of(s_broken, "/p/a"));

    [Fact]
    public void Of_WarningsAsErrors_RaisesAdviceToo() =>
        Assert.Equal(Severity.Error, new SeveritySettings(warningsAsErrors: "ahoy5013").Of(s_info, "/p/a"));

    [Fact]
    public void Of_TreatWarningsAsErrors_RaisesWarningsOnly()
    {
        var settings = new SeveritySettings(treatWarningsAsErrors: true);

        Assert.Equal(Severity.Error, settings.Of(s_warning, "/p/a"));
        Assert.Equal(Severity.Info, settings.Of(s_info, "/p/a"));
        Assert.Equal(Severity.Warning, new SeveritySettings(treatWarningsAsErrors: true, warningsNotAsErrors: "AHOY5004").Of(s_warning, "/p/a"));
    }

    [Fact]
    public void Of_SettingsFile_CountsForItsFiles()
    {
        var set = new SettingsSet([SettingsFile.Parse("/p/.editorconfig", "[functions/*.js]\ndotnet_diagnostic.AHOY5004.severity = error\n")]);
        var settings = new SeveritySettings(settings: set);

        Assert.Equal(Severity.Error, settings.Of(s_warning, "/p/functions/a.js"));
        Assert.Equal(Severity.Warning, settings.Of(s_warning, "/p/assets/a.js"));
    }
}
