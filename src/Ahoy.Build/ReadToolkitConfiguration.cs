using Ahoy.Bundling;
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
    private const string DefaultEnvironment = "dev";
    private const string DefaultEnvFile = ".env";
    private const string DefaultPort = "3000";

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
            Log.LogError(null, ProjectProblems.Configuration, null, e.File, e.Line, 0, 0, 0, e.Message);
            return false;
        }
    }

    private void Apply(ToolkitConfiguration configuration)
    {
        var account = AccountSid.Length > 0 ? AccountSid : null;
        var region = Region.Length > 0 ? Region : null;
        var start = new ToolkitScope("start", accountSid: account, region: region);
        if (EnvironmentIsDefault)
        {
            Environment = configuration.GetEnvironment(new ToolkitScope("deploy", accountSid: account, region: region)) ?? DefaultEnvironment;
        }

        var deploy = new ToolkitScope("deploy", Environment, account, region);
        var source = Path.GetFileName(configuration.File ?? "");
        var expected = new List<ITaskItem>();
        FunctionsFolder = Folder(FunctionsFolder, "functionsFolder");
        AssetsFolder = Folder(AssetsFolder, "assetsFolder");
        var envFile = EnvFile;
        EnvFile = File(envFile, start) ?? DefaultEnvFile;
        DeployEnvFile = DeployEnvFile.Length > 0 ? DeployEnvFile : File(envFile, deploy) ?? DefaultEnvFile;
        ServiceName = ServiceName.Length > 0 ? ServiceName : configuration.GetText("serviceName", deploy) ?? "";
        Runtime = Runtime.Length > 0 ? Runtime : configuration.GetText("runtime", deploy) ?? NodeRuntime.Default;
        Port = Port.Length > 0 ? Port : configuration.GetText("port", start) ?? DefaultPort;
        ServiceSid = configuration.GetText("serviceSid", deploy) ?? "";
        ExpectedFiles = [.. expected];

        // A folder is part of the Build, which is the same for every command: what deploy says counts.
        string Folder(string given, string name)
        {
            var value = given.Length > 0 ? given : Expect(configuration.GetText(name, deploy)) ?? "";
            var layout = ServiceLayout.Of(
                Path.GetDirectoryName(ProjectFile)!, name == "functionsFolder" ? value : null, name == "assetsFolder" ? value : null);
            return name == "functionsFolder" ? layout.FunctionsFolder : layout.AssetsFolder;
        }

        string? File(string given, ToolkitScope scope) => given.Length > 0 ? given : Expect(configuration.GetText("env", scope));

        string? Expect(string? path)
        {
            if (path is not null && !expected.Exists(item => item.ItemSpec == path))
            {
                expected.Add(new TaskItem(path, new Dictionary<string, string> { ["Property"] = source }));
            }

            return path;
        }
    }
}
