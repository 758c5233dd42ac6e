using System.Collections;
using System.Globalization;
using Ahoy.Bundling.Output;
using Ahoy.Host.Development;
using Ahoy.Host.Gateway;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Host.Workers;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>
/// What a user asked <c>ahoy start</c> for, and what follows from it for the gateway and the workers: the same for a project and for an archive.
/// </summary>
internal sealed record StartSettings
{
    /// <summary>The project's folder, absolute.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The folder of the project's Build, or an archive; absolute; null where none is named.</summary>
    public string? Build { get; init; }

    /// <summary>The folder to unpack an archive into; null for one of the host's choice.</summary>
    public string? Work { get; init; }

    /// <summary>Whether to end once an archive is unpacked and installed, for a container's image.</summary>
    public bool PreparesOnly { get; init; }

    /// <summary>The port that is named, or null.</summary>
    public int? Port { get; init; }

    public string? EnvFile { get; init; }

    /// <summary>Variables over those of the environment file.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public string? FunctionsFolder { get; init; }

    public string? AssetsFolder { get; init; }

    public string? ServiceName { get; init; }

    /// <summary>The configuration file; null for the one that lies in the project's folder.</summary>
    public string? ConfigurationFile { get; init; }

    public bool ReadsConfiguration { get; init; } = true;

    public string? Node { get; init; }

    /// <summary>The URL that a tunnel serves the host at.</summary>
    public string? PublicUrl { get; init; }

    public bool ChecksSignatures { get; init; } = true;

    public bool ListensToAll { get; init; }

    /// <summary>The port of the admin address; null where it is closed.</summary>
    public int? AdminPort { get; init; }

    /// <summary>How Twilio is offline; null where it is not.</summary>
    public OfflineSettings? Offline { get; init; }

    /// <summary>What the user asked of the page; null where there is none.</summary>
    public PageSettings? Page { get; init; }

    /// <summary>Where the debugger listens, as <c>[host:]port</c>, or null for none.</summary>
    public string? Inspect { get; init; }

    public bool BreaksAtStart { get; init; }

    public bool IsLive { get; init; } = true;

    /// <summary>Whether TypeScript is compiled, first and after each change.</summary>
    public bool CompilesTypeScript { get; init; } = true;

    /// <summary>The script of package.json that runs beside the host, or null.</summary>
    public string? AssetsWatch { get; init; }

    /// <summary>Whether Functions are bundled, whatever the project file says.</summary>
    public bool Bundles { get; init; }

    /// <summary>Whether other programs on this machine are told where the host is, in <c>obj/ahoy/host.json</c>.</summary>
    public bool IsAnnounced { get; init; } = true;

    public bool LoadsLocalEnv { get; init; }

    public bool WritesJson { get; init; }

    /// <summary>Whether the table at the start has each resource, however many there are.</summary>
    public bool ListsAll { get; init; }

    public bool IsDetailed { get; init; }

    public bool LogsRequests { get; init; } = true;

    /// <summary>How much is written; null where nobody says.</summary>
    public Verbosity? Level { get; init; }

    /// <summary>The archive that is to be served; null where a project is.</summary>
    public string? Archive =>
        Build is not null && (File.Exists(Build) || Build.EndsWith(BuildReader.ArchiveExtension, StringComparison.Ordinal)) ? Build : null;

    /// <summary>What is given of a project beside its folder.</summary>
    public GivenSettings Given() => new()
    {
        IsOfStart = true,
        CompilesTypeScript = CompilesTypeScript ? null : false,
        Bundles = Bundles ? true : null,
        FunctionsFolder = FunctionsFolder,
        AssetsFolder = AssetsFolder,
        EnvFile = EnvFile,
        ServiceName = ServiceName,
        Port = Port?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The configuration that the command line names; null for the one that lies in the project's folder.</summary>
    /// <exception cref="StartException">It can't be read.</exception>
    public ToolkitConfiguration? Configuration()
    {
        if (!ReadsConfiguration)
        {
            return ToolkitConfiguration.Empty;
        }

        try
        {
            return ConfigurationFile is { } file ? ToolkitConfiguration.LoadFile(Path.GetFullPath(file, Folder)) : null;
        }
        catch (ToolkitConfigurationException e)
        {
            throw new StartException(e.ToLine());
        }
    }

    /// <summary>The same, with what the project's configuration says of options that were not given.</summary>
    /// <param name="found">The configuration.</param>
    /// <exception cref="StartException">It says what can't be.</exception>
    public StartSettings WithDefaults(ToolkitConfiguration found)
    {
        var scope = new ToolkitScope("start");
        var breaks = Text(found, "inspectBrk", scope);
        return this with
        {
            IsDetailed = IsDetailed || found.GetFlag("detailedLogs", scope) == true,
            LogsRequests = LogsRequests && found.GetFlag("logs", scope) != false,
            IsLive = IsLive && found.GetFlag("live", scope) != false,
            LoadsLocalEnv = LoadsLocalEnv || found.GetFlag("loadLocalEnv", scope) == true,
            Inspect = Inspect ?? breaks ?? Text(found, "inspect", scope),
            BreaksAtStart = BreaksAtStart || (Inspect is null && breaks is not null),
            Level = Level ?? LevelIn(found, scope),
        };
    }

    /// <summary>The log that is left of one.</summary>
    public ILogSink Sink(ILogSink log) => (Level ?? Verbosity.Info).Of(LogsRequests ? log : new OutputOnlyLog(log));

    /// <summary>The project, as it is to be served.</summary>
    /// <param name="configuration">Its configuration, where the command line names it.</param>
    /// <param name="port">The port that it is served at.</param>
    /// <exception cref="StartException">An option is wrong.</exception>
    public ProjectOptions ProjectOptions(ToolkitConfiguration? configuration, int port) => new()
    {
        Folder = Folder,
        BuildFolder = Build,
        Given = Given(),
        Variables = Variables,
        Configuration = configuration,
        DomainName = DomainName(port),
    };

    /// <summary>The host and port that Functions see as <c>DOMAIN_NAME</c>.</summary>
    /// <exception cref="StartException">An option is wrong.</exception>
    public string DomainName(int port) => ReadPublicUrl()?.Authority ?? $"localhost:{port}";

    /// <summary>How the gateway serves.</summary>
    /// <exception cref="StartException">An option is wrong.</exception>
    public GatewayOptions GatewayOptions(int port) => new()
    {
        Port = port,
        ListensToAll = ListensToAll,
        AdminPort = AdminPort,
        ChecksSignatures = ChecksSignatures,
        PublicUrl = ReadPublicUrl(),
        LogsDetails = IsDetailed || Level == Verbosity.Debug,
    };

    /// <summary>How the workers run.</summary>
    /// <exception cref="StartException">An option is wrong.</exception>
    public WorkerOptions WorkerOptions(string node)
    {
        var options = new WorkerOptions
        {
            NodePath = node,
            BreaksAtStart = BreaksAtStart,
            KeepsSpare = Inspect is null,
            MachineVariables = LoadsLocalEnv ? MachineVariables() : new Dictionary<string, string>(),
        };
        if (Inspect is not { } inspect)
        {
            return options;
        }

        var colon = inspect.LastIndexOf(':');
        return int.TryParse(inspect.AsSpan(colon + 1), out var port) && port is > 0 and <= 65535
            ? options with { InspectPort = port, InspectHost = colon > 0 ? inspect[..colon] : options.InspectHost }
            : throw new StartException($"--inspect {inspect}: it must be a port, or a host and a port.");
    }

    // `true` and an empty text are the option without a value.
    private static string? Text(ToolkitConfiguration configuration, string name, ToolkitScope scope) => configuration.GetText(name, scope) switch
    {
        null => configuration.GetFlag(name, scope) == true ? StartCommand.DefaultInspectAddress : null,
        "" => StartCommand.DefaultInspectAddress,
        var text => text,
    };

    private static Verbosity? LevelIn(ToolkitConfiguration configuration, ToolkitScope scope) =>
        configuration.GetText("logLevel", scope) is { } name
            ? LogLevelOption.Parse(name) ?? throw new StartException($"{Path.GetFileName(configuration.File)}: logLevel says '{name}', which is no level: debug, info, warn, error and none are.")
            : null;

    /// <summary>The URL that a tunnel serves the host at.</summary>
    /// <exception cref="StartException">It is none.</exception>
    public Uri? ReadPublicUrl()
    {
        if (PublicUrl is null)
        {
            return null;
        }

        return Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new StartException($"--public-url {PublicUrl}: it must be a URL like https://example.ngrok.app.");
    }

    private static Dictionary<string, string> MachineVariables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
