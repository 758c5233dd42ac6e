namespace Ahoy.Model;

/// <summary>What the settings of a project are called where they are given.</summary>
public sealed class SettingNames
{
    private SettingNames(string functionsFolder, string assetsFolder, string envFile, string deployEnvFile, string port)
    {
        FunctionsFolder = functionsFolder;
        AssetsFolder = assetsFolder;
        EnvFile = envFile;
        DeployEnvFile = deployEnvFile;
        Port = port;
    }

    /// <summary>The options of a command.</summary>
    public static SettingNames Options { get; } = new("--functions-folder", "--assets-folder", "--env", "--env", "--port");

    /// <summary>The properties of a project file.</summary>
    public static SettingNames Properties { get; } = new("AhoyFunctionsFolder", "AhoyAssetsFolder", "AhoyEnvFile", "AhoyDeployEnvFile", "AhoyPort");

    /// <summary>The Functions folder.</summary>
    public string FunctionsFolder { get; }

    /// <summary>The Assets folder.</summary>
    public string AssetsFolder { get; }

    /// <summary>The environment file to run with.</summary>
    public string EnvFile { get; }

    /// <summary>The environment file to deploy with.</summary>
    public string DeployEnvFile { get; }

    /// <summary>The port.</summary>
    public string Port { get; }
}
