using System.CommandLine;
using System.CommandLine.Parsing;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Api;
using Ahoy.Deploy.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Connections;

/// <summary>
/// The options that say which Service and Environment a command is about. What the command line leaves open is what the project's
/// configuration says.
/// </summary>
internal sealed class ServiceOptions
{
    private const string DefaultEnvironment = "dev";
    private const string DeployName = "deploy";

    private readonly Option<string?> _folder = new("--cwd") { Description = "The project's folder. The current folder by default." };

    private readonly Option<string?> _sid = new("--service-sid") { Description = "The Service's SID." };

    private readonly Option<string?> _name = new("--service-name", "-n")
    {
        Description = "The Service's name. By default, where the project was deployed last.",
    };

    private readonly Option<string?> _environment = new("--environment", "--to")
    {
        Description = $"The Environment's domain suffix or SID. {DefaultEnvironment} by default.",
    };

    private readonly Option<bool> _production = new("--production") { Description = "The Environment without a domain suffix." };

    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The configuration file. The project's .twilioserverlessrc by default.",
    };

    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration file." };

    private ProjectDefaults? _defaults;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_folder, _sid, _name, _environment, _production, _config, _noConfig])
        {
            command.Add(option);
        }
    }

    /// <summary>The project's folder.</summary>
    public string Folder(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(_folder) ?? ".");

    /// <summary>Whether the project's folder was named.</summary>
    public bool NamesFolder(ParseResult parsed) => parsed.GetValue(_folder) is not null;

    /// <summary>What the project's configuration says of options that are not given.</summary>
    /// <exception cref="UserErrorException">It can't be read.</exception>
    public ProjectDefaults Defaults(ParseResult parsed)
    {
        if (_defaults is null)
        {
            _defaults = parsed.GetValue(_noConfig)
                ? new ProjectDefaults(ToolkitConfiguration.Empty, CommandName(parsed))
                : ProjectDefaults.Load(Folder(parsed), parsed.GetValue(_config), CommandName(parsed));
            if (_defaults.Configuration.Note is { } note)
            {
                parsed.InvocationConfiguration.Error.WriteLine(note);
            }
        }

        return _defaults;
    }

    /// <summary>The Service's SID that was given or configured, or null.</summary>
    public string? NamedSid(ParseResult parsed, ServerlessClient client) =>
        parsed.GetValue(_sid)
        ?? (GivenName(parsed) is null ? Defaults(parsed).Text("serviceSid", Environment(parsed, client), client) : null);

    /// <summary>The Service's name that was given, or null.</summary>
    public string? GivenName(ParseResult parsed) => parsed.GetValue(_name);

    /// <summary>The Service's name that was given or configured, or null.</summary>
    public string? NamedName(ParseResult parsed, ServerlessClient client) =>
        GivenName(parsed) ?? Defaults(parsed).Text("serviceName", Environment(parsed, client), client);

    /// <summary>The Service that the project was deployed to, or null: it does not count where one is named on the command line.</summary>
    public string? LastSid(ParseResult parsed, ServerlessClient client) =>
        GivenName(parsed) is null
            ? DeployInfoKeys(client).Select(key => new DeployInfoFile(Folder(parsed)).FindServiceSid(key, client.Address.Region)).FirstOrDefault(sid => sid is not null)
            : null;

    /// <summary>What a deploy is noted under, the first; the Serverless Toolkit takes the user name, which may be an API key's.</summary>
    public static IReadOnlyList<string> DeployInfoKeys(ServerlessClient client) =>
        client.Credentials.AccountSid is { } account && account != client.Credentials.UserName
            ? [account, client.Credentials.UserName]
            : [client.Credentials.UserName];

    /// <summary>The Environment's domain suffix (empty for production) or SID.</summary>
    /// <exception cref="UserErrorException">The configuration alone asks for a deploy to production.</exception>
    public string Environment(ParseResult parsed, ServerlessClient client)
    {
        if (parsed.GetValue(_production))
        {
            return "";
        }

        if (parsed.GetValue(_environment) is { } given)
        {
            return given;
        }

        var configured = Defaults(parsed).Environment(client);
        return configured is { Length: 0 } && CommandName(parsed) == DeployName
            ? throw new UserErrorException(
                $"{Path.GetFileName(Defaults(parsed).Configuration.File)} says \"production\": true, and nothing is deployed to production unless that is asked for as well: give --production, or another Environment with --environment.")
            : configured ?? DefaultEnvironment;
    }

    /// <summary>Finds the Service.</summary>
    /// <exception cref="UserErrorException">There is none, or none is named.</exception>
    public async Task<ServiceResource> FindServiceAsync(ServerlessClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (NamedSid(parsed, client) is { } sid)
        {
            return await client.Services.GetAsync(sid, cancellationToken).ConfigureAwait(false);
        }

        var last = LastSid(parsed, client);
        if (last is not null && await client.Services.TryGetAsync(last, cancellationToken).ConfigureAwait(false) is { } deployed)
        {
            return deployed;
        }

        var name = NamedName(parsed, client) ?? NameInPackage(Folder(parsed));
        if (name is null)
        {
            throw last is null
                ? new UserErrorException("Which Service? Give --service-sid or --service-name, or go to the folder of a project that was deployed.")
                : new UserErrorException(
                    $"The Service that {DeployInfoFile.Name} remembers ({last}) is gone. Deploy again, or give --service-sid or --service-name.", ExitCode.NotFound);
        }

        return await client.Services.FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new UserErrorException($"There is no Service '{name}'. `ahoy list services` shows those that there are.", ExitCode.NotFound);
    }

    /// <summary>Finds the Environment.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public async Task<EnvironmentResource> FindEnvironmentAsync(
        ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellationToken) =>
        await FindEnvironmentAsync(client, service, Environment(parsed, client), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds an Environment by its domain suffix or SID.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static async Task<EnvironmentResource> FindEnvironmentAsync(
        ServerlessClient client, ServiceResource service, string environment, CancellationToken cancellationToken) =>
        await client.Environments.FindAsync(service.Sid, environment, cancellationToken).ConfigureAwait(false)
        ?? throw new UserErrorException(
            $"The Service {service.UniqueName} has no {(environment.Length == 0 ? "production Environment" : $"Environment '{environment}'")}. `ahoy list environments` shows those that there are.",
            ExitCode.NotFound);

    // That of `ahoy env list` is `env`.
    private static string CommandName(ParseResult parsed)
    {
        var result = parsed.CommandResult;
        while (result.Parent is CommandResult { Parent: not null } outer)
        {
            result = outer;
        }

        return result.Command.Name;
    }

    private static string? NameInPackage(string folder)
    {
        var file = Path.Combine(folder, PackageManifest.FileName);
        try
        {
            return File.Exists(file) && PackageManifest.Parse(File.ReadAllText(file), file).Name is { Length: > 0 } name
                ? ServiceName.FromPackageName(name)
                : null;
        }
        catch (PackageManifestException e)
        {
            throw new UserErrorException(e.Message);
        }
    }
}
