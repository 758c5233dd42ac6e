using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Contracts;
using Ahoy.Deploy.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Connections;

/// <summary>The options that say which Service and Environment a command is about.</summary>
internal sealed class ServiceOptions
{
    private readonly Option<string?> _folder = new("--cwd") { Description = "The project's folder; the current one where it is left out." };

    private readonly Option<string?> _sid = new("--service-sid") { Description = "The Service's SID." };

    private readonly Option<string?> _name = new("--service-name", "-n")
    {
        Description = "The Service's name; where it is left out too, the Service that the project was deployed to, or the name in package.json.",
    };

    private readonly Option<string> _environment = new("--environment", "--to")
    {
        Description = "The Environment: its domain suffix or its SID.",
        DefaultValueFactory = _ => "dev",
    };

    private readonly Option<bool> _production = new("--production") { Description = "The Environment without a domain suffix." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command, bool withEnvironment = true)
    {
        command.Add(_folder);
        command.Add(_sid);
        command.Add(_name);
        if (withEnvironment)
        {
            command.Add(_environment);
            command.Add(_production);
        }
    }

    /// <summary>The project's folder.</summary>
    public string Folder(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(_folder) ?? ".");

    /// <summary>The Service's SID that was given, or null.</summary>
    public string? GivenSid(ParseResult parsed) => parsed.GetValue(_sid);

    /// <summary>The Service's name that was given, or null.</summary>
    public string? GivenName(ParseResult parsed) => parsed.GetValue(_name);

    /// <summary>The Environment's domain suffix (empty for production) or SID.</summary>
    public string Environment(ParseResult parsed) => parsed.GetValue(_production) ? "" : parsed.GetValue(_environment)!;

    /// <summary>Finds the Service.</summary>
    /// <exception cref="UserErrorException">There is none, or none is named.</exception>
    public async Task<ServiceResource> FindServiceAsync(ServerlessClient client, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (GivenSid(parsed) is { } sid)
        {
            return await client.Services.GetAsync(sid, cancellationToken).ConfigureAwait(false);
        }

        var folder = Folder(parsed);
        var name = GivenName(parsed);
        if (name is null && client.Credentials.AccountSid is { } account
            && new DeployInfoFile(folder).FindServiceSid(account, client.Address.Region) is { } deployed)
        {
            return await client.Services.GetAsync(deployed, cancellationToken).ConfigureAwait(false);
        }

        name ??= NameInPackage(folder)
            ?? throw new UserErrorException("Which Service? Give --service-sid or --service-name, or go to the folder of a project that was deployed.");
        return await client.Services.FindAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new UserErrorException($"There is no Service '{name}'. `ahoy list services` shows those that there are.", ExitCode.NotFound);
    }

    /// <summary>Finds the Environment.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public async Task<EnvironmentResource> FindEnvironmentAsync(
        ServerlessClient client, ServiceResource service, ParseResult parsed, CancellationToken cancellationToken) =>
        await FindEnvironmentAsync(client, service, Environment(parsed), cancellationToken).ConfigureAwait(false);

    /// <summary>Finds an Environment by its domain suffix or SID.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static async Task<EnvironmentResource> FindEnvironmentAsync(
        ServerlessClient client, ServiceResource service, string environment, CancellationToken cancellationToken) =>
        await client.Environments.FindAsync(service.Sid, environment, cancellationToken).ConfigureAwait(false)
        ?? throw new UserErrorException(
            $"The Service {service.UniqueName} has no {(environment.Length == 0 ? "production Environment" : $"Environment '{environment}'")}. `ahoy list environments` shows those that there are.",
            ExitCode.NotFound);

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
