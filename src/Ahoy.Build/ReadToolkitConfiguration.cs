using Ahoy.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ahoy.Build;

/// <summary>
/// Reads the configuration of the Serverless Toolkit (<c>.twilioserverlessrc</c>), as defaults for what the project does not say. Page:
/// Configuration and Meta Files.
/// </summary>
/// <remarks>Each output is the value that counts: the project's where it has one, else the file's, else the default.</remarks>
public sealed class ReadToolkitConfiguration : Task
{
    /// <summary>The project file, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The account that is deployed to, for the file's scope <c>projects</c>; empty where it is not known.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The region that is deployed to, for the same scope; empty for the default one.</summary>
    public string Region { get; set; } = "";

    /// <summary>Whether the project leaves the environment to the file.</summary>
    public bool EnvironmentIsDefault { get; set; }

    /// <summary><c>AhoyEnvironment</c>.</summary>
    [Output]
    public string Environment { get; set; } = "";

    /// <summary><c>AhoyServiceName</c>.</summary>
    [Output]
    public string ServiceName { get; set; } = "";

    /// <summary><c>AhoyRuntime</c>.</summary>
    [Output]
    public string Runtime { get; set; } = "";

    /// <summary><c>AhoyFunctionsFolder</c>.</summary>
    [Output]
    public string FunctionsFolder { get; set; } = "";

    /// <summary><c>AhoyAssetsFolder</c>.</summary>
    [Output]
    public string AssetsFolder { get; set; } = "";

    /// <summary><c>AhoyEnvFile</c>: for <c>dotnet run</c>.</summary>
    [Output]
    public string EnvFile { get; set; } = "";

    /// <summary><c>AhoyDeployEnvFile</c>: for a deploy to the environment.</summary>
    [Output]
    public string DeployEnvFile { get; set; } = "";

    /// <summary><c>AhoyPort</c>.</summary>
    [Output]
    public string Port { get; set; } = "";

    /// <summary>The Service to deploy to, as the file names it.</summary>
    [Output]
    public string ServiceSid { get; set; } = "";

    /// <summary>What the file names and must exist, each with the metadata <c>Property</c> that says where it does.</summary>
    [Output]
    public ITaskItem[] ExpectedFiles { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Apply(ToolkitConfiguration.Load(Path.GetDirectoryName(ProjectFile)!));
            return true;
        }
        catch (ToolkitConfigurationException e)
        {
            Log.LogError(null, ProjectProblem.Configuration, null, e.File, e.Line, 0, 0, 0, e.Message);
            return false;
        }
    }

    private void Apply(ToolkitConfiguration configuration)
    {
        var given = new GivenSettings
        {
            Names = SettingNames.Properties,
            AccountSid = AccountSid,
            Region = Region,
            Environment = EnvironmentIsDefault ? null : Environment,
            FunctionsFolder = FunctionsFolder,
            AssetsFolder = AssetsFolder,
            EnvFile = EnvFile,
            DeployEnvFile = DeployEnvFile,
            ServiceName = ServiceName,
            Runtime = Runtime,
            Port = Port,
        };
        var settings = ProjectSettings.Of(Path.GetDirectoryName(ProjectFile)!, given, configuration);
        Environment = settings.Environment;
        FunctionsFolder = settings.Layout.FunctionsFolder;
        AssetsFolder = settings.Layout.AssetsFolder;
        EnvFile = settings.EnvFile;
        DeployEnvFile = settings.DeployEnvFile;
        ServiceName = settings.ServiceName ?? "";
        Runtime = settings.Runtime;
        Port = settings.Port;
        ServiceSid = settings.ServiceSid ?? "";

        // Of those that the project names itself the targets know.
        ExpectedFiles =
        [
            .. settings.NamedFiles
                .Where(named => named.Source == settings.ConfigurationName)
                .Select(named => new TaskItem(named.Path, new Dictionary<string, string> { ["Property"] = named.Source })),
        ];
    }
}
