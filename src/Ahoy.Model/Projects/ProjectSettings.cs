using System.Globalization;

namespace Ahoy.Model;

/// <summary>
/// The settings that count for a project: each is what is given, else what the configuration of the Serverless Toolkit says, else the
/// default. Page: Configuration and Meta Files.
/// </summary>
public sealed class ProjectSettings
{
    /// <summary>The environment file where nobody names one; it need not exist.</summary>
    public const string DefaultEnvFile = ".env";

    /// <summary>The Environment where nobody names one.</summary>
    public const string DefaultEnvironment = "dev";

    /// <summary>The port where nobody names one.</summary>
    public const int DefaultPort = 3000;

    private readonly List<NamedFile> _named = [];
    private readonly ToolkitConfiguration _configuration;
    private readonly ToolkitScope _start;
    private readonly ToolkitScope _deploy;

    private ProjectSettings(string folder, GivenSettings given, ToolkitConfiguration configuration)
    {
        _configuration = configuration;
        Folder = Path.GetFullPath(folder);
        Names = given.Names;
        var account = Text(given.AccountSid);
        var region = Text(given.Region);
        Environment = given.Environment
            ?? configuration.GetEnvironment(new ToolkitScope("deploy", accountSid: account, region: region))
            ?? DefaultEnvironment;
        _start = new ToolkitScope("start", accountSid: account, region: region);
        _deploy = new ToolkitScope("deploy", Environment, account, region);

        // A folder is part of the Build, which is the same for every command that has one: what deploy says counts there.
        var layout = given.IsOfStart ? _start : _deploy;
        Layout = ServiceLayout.Of(
            Folder,
            NamedFolder(given.FunctionsFolder, Names.FunctionsFolder, "functionsFolder", layout),
            NamedFolder(given.AssetsFolder, Names.AssetsFolder, "assetsFolder", layout),
            given.CompilesTypeScript ?? ProjectFileProperty.Find(Folder, "AhoyTypeScript") ?? true,
            given.Bundles ?? ProjectFileProperty.Find(Folder, "AhoyBundle") ?? false);
        EnvFile = Named(given.EnvFile, Names.EnvFile, "env", _start) ?? DefaultEnvFile;
        DeployEnvFile = Text(given.DeployEnvFile) is { } deployEnvFile
            ? Named(deployEnvFile, Names.DeployEnvFile, "env", _deploy)!
            : Named(given.EnvFile, Names.EnvFile, "env", _deploy) ?? DefaultEnvFile;
        ServiceName = Text(given.ServiceName) ?? Text(configuration.GetText("serviceName", _deploy));
        ServiceSid = Text(given.ServiceSid) ?? Text(configuration.GetText("serviceSid", _deploy));
        Runtime = Text(given.Runtime) ?? Text(configuration.GetText("runtime", _deploy)) ?? NodeRuntime.Default;
        (Port, PortSource) = Text(given.Port) is { } port
            ? (port, Names.Port)
            : (Text(configuration.GetText("port", _start)) ?? DefaultPort.ToString(CultureInfo.InvariantCulture), ConfigurationName);
    }

    /// <summary>Finds the settings of a project.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="given">What is given.</param>
    /// <param name="configuration">The project's configuration.</param>
    public static ProjectSettings Of(string folder, GivenSettings given, ToolkitConfiguration configuration) => new(folder, given, configuration);

    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What the settings are called where they are given.</summary>
    public SettingNames Names { get; }

    /// <summary>The folders of the Functions and Assets.</summary>
    public ServiceLayout Layout { get; }

    /// <summary>The environment file to run with.</summary>
    public string EnvFile { get; }

    /// <summary>The environment file to deploy with.</summary>
    public string DeployEnvFile { get; }

    /// <summary>The Environment to deploy to: its domain suffix, empty for production.</summary>
    public string Environment { get; }

    /// <summary>The Service's name, or null for package.json's.</summary>
    public string? ServiceName { get; }

    /// <summary>The SID of the Service to deploy to, or null.</summary>
    public string? ServiceSid { get; }

    /// <summary>The runtime: <c>node22</c>.</summary>
    public string Runtime { get; }

    /// <summary>The port as it is written; <see cref="ProjectFolder.ReadPort"/> reads it.</summary>
    public string Port { get; }

    /// <summary>What names the port.</summary>
    public string PortSource { get; }

    /// <summary>The files and folders that somebody names and that must exist therefore, each once.</summary>
    public IReadOnlyList<NamedFile> NamedFiles => _named;

    /// <summary>The name of the configuration file.</summary>
    public string ConfigurationName => Path.GetFileName(_configuration.File ?? "");

    // The configuration may name a folder that is not there: git keeps no empty ones, and it has no resources then.
    private string? NamedFolder(string? given, string givenBy, string key, ToolkitScope scope) =>
        Text(given) is null ? Text(_configuration.GetText(key, scope)) : Named(given, givenBy, key, scope);

    private string? Named(string? given, string givenBy, string key, ToolkitScope scope)
    {
        var (path, source) = Text(given) is { } text ? (text, givenBy) : (Text(_configuration.GetText(key, scope)), ConfigurationName);
        if (path is not null && !_named.Exists(named => named.Path == path))
        {
            _named.Add(new NamedFile(path, source));
        }

        return path;
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
