using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.Projects;

public sealed class ProjectSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Settings_NobodySays_AreTheDefaults()
    {
        var settings = Of(new GivenSettings());

        Assert.Equal(("functions", "assets"), (settings.Layout.FunctionsFolder, settings.Layout.AssetsFolder));
        Assert.Equal((".env", ".env", "3000", "dev"), (settings.EnvFile, settings.DeployEnvFile, settings.Port, settings.Environment));
        Assert.Equal(NodeRuntime.Default, settings.Runtime);
        Assert.Null(settings.ServiceName);
        Assert.Null(settings.ServiceSid);
        Assert.Empty(settings.NamedFiles);
    }

    [Fact]
    public void Settings_OfTheConfiguration_CountForWhatIsNotGiven()
    {
        Configure("""
            {
              functionsFolder: 'top', assetsFolder: 'files', serviceName: 'top-name', runtime: 'node20', port: 4000, serviceSid: 'ZS1',
              commands: { start: { env: 'start.env', port: '4001' }, deploy: { env: 'deploy.env', functionsFolder: 'dist' } },
              environments: { stage: { serviceName: 'stage-name' } },
            }
            """);

        var settings = Of(new GivenSettings { Environment = "stage", AssetsFolder = "given", Runtime = "" });

        // A folder is part of the Build: what deploy says counts for every command.
        Assert.Equal(("dist", "given"), (settings.Layout.FunctionsFolder, settings.Layout.AssetsFolder));
        Assert.Equal(("start.env", "deploy.env", "4001"), (settings.EnvFile, settings.DeployEnvFile, settings.Port));
        Assert.Equal(("stage-name", "node20", "ZS1"), (settings.ServiceName, settings.Runtime, settings.ServiceSid));
        Assert.Equal(
            ["given --assets-folder", "start.env .twilioserverlessrc", "deploy.env .twilioserverlessrc"],
            settings.NamedFiles.Select(named => $"{named.Path} {named.Source}"));
    }

    [Fact]
    public void EnvFile_ThatIsGiven_IsDeployedToo_UnlessAnotherIs()
    {
        Configure("{ env: 'configured.env' }");

        Assert.Equal("given.env", Of(new GivenSettings { EnvFile = "given.env" }).DeployEnvFile);
        Assert.Equal("other.env", Of(new GivenSettings { EnvFile = "given.env", DeployEnvFile = "other.env" }).DeployEnvFile);
    }

    [Theory]
    [InlineData("{ production: true }", null, "")]
    [InlineData("{ environment: 'stage' }", null, "stage")]
    [InlineData("{ environment: 'stage' }", "", "")]
    public void Environment_IsGivenOrConfigured(string configuration, string? given, string expected)
    {
        Configure(configuration);

        Assert.Equal(expected, Of(new GivenSettings { Environment = given }).Environment);
    }

    private void Configure(string text) => _folder.Write(".twilioserverlessrc", text);

    private ProjectSettings Of(GivenSettings given) => ProjectSettings.Of(_folder.Path, given, ToolkitConfiguration.Load(_folder.Path));
}
