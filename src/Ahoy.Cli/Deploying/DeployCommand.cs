using System.CommandLine;
using System.Net;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Deploy.Http;
using Ahoy.Deploy.Packages;
using Ahoy.Deploy.Projects;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary><c>ahoy deploy</c>: deploys a Build. It is what <c>dotnet publish</c> runs as well.</summary>
internal sealed class DeployCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();

    private readonly Argument<string?> _build = new("build")
    {
        Description = $"A Build's folder, its {BuildPackage.ArchiveExtension}, or a project that was built; the current folder where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _env = new("--env")
    {
        Description = "The environment file whose variables are set; a project's .env where it is left out.",
    };

    private readonly Option<bool> _noEnv = new("--no-env") { Description = "Sets no variables." };

    private readonly Option<bool> _loadSystemEnv = new("--load-system-env")
    {
        Description = "Takes the values of variables that are empty in the environment file from this machine's environment.",
    };

    private readonly Option<bool> _noVerify = new("--no-verify") { Description = "Does not ask in the end whether each public resource answers." };

    private readonly Option<string?> _urlFile = new("--url-file") { Description = "A file to write the URLs into, one a line." };

    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new DeployCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("deploy", "Deploys a Build to a host of Ahoy's or to Twilio.")
        {
            _build, _env, _noEnv, _loadSystemEnv, _noVerify, _urlFile, _format,
        };
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var named = parsed.GetValue(_build);
        var folder = _service.Folder(parsed);
        using var package = BuildPackage.Open(BuildFinder.Find(named is null ? folder : Path.GetFullPath(named)));
        var variables = Variables(parsed, folder, isProject: named is null || Directory.Exists(named));
        using var client = _connection.Connect(parsed);
        var info = new DeployInfoFile(folder);
        var request = new DeployRequest
        {
            Package = package,
            ServiceSid = _service.GivenSid(parsed) ?? await KnownServiceAsync(client, info, parsed, cancellation).ConfigureAwait(false),
            ServiceName = _service.GivenName(parsed),
            Environment = _service.Environment(parsed),
            Variables = variables,
            Verify = !parsed.GetValue(_noVerify),
        };

        var result = await DeployTerminal.ShowAsync(
            progress => new Deployer(client, progress).DeployAsync(request, cancellation)).ConfigureAwait(false);
        if (client.Credentials.AccountSid is { } account)
        {
            info.Write(account, client.Address.Region, result.ServiceSid, result.BuildSid);
        }

        if (parsed.GetValue(_urlFile) is { } urlFile)
        {
            await File.WriteAllLinesAsync(urlFile, result.Endpoints.Select(e => e.Url.ToString()), cancellation).ConfigureAwait(false);
        }

        DeployReport.Write(result, OutputOptions.IsJson(parsed.GetValue(_format)), Console.Out);
        return ExitCode.Success;
    }

    // Where the project was deployed to, as with the Serverless Toolkit, unless a name is given. A Service that is gone is found, or
    // made, by its name.
    private async Task<string?> KnownServiceAsync(ServerlessClient client, DeployInfoFile info, ParseResult parsed, CancellationToken cancellation)
    {
        if (_service.GivenName(parsed) is not null
            || client.Credentials.AccountSid is not { } account
            || info.FindServiceSid(account, client.Address.Region) is not { } sid)
        {
            return null;
        }

        try
        {
            return (await client.Services.GetAsync(sid, cancellation).ConfigureAwait(false)).Sid;
        }
        catch (ServerlessApiException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private IReadOnlyList<KeyValuePair<string, string>> Variables(ParseResult parsed, string folder, bool isProject)
    {
        if (parsed.GetValue(_noEnv))
        {
            return [];
        }

        var named = parsed.GetValue(_env);
        var file = Path.GetFullPath(named ?? ".env", folder);
        if (!File.Exists(file))
        {
            return named is null
                ? []
                : throw new UserErrorException($"{file}: there is no such environment file (--env).");
        }

        // Of an archive from elsewhere, this folder's file is nobody's business unless it is named.
        if (named is null && !isProject)
        {
            return [];
        }

        var env = EnvFile.Load(file);
        foreach (var error in env.Errors)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{file}({error.Line}): warning: {error.Message}"));
        }

        return DeployVariables.Of(env, parsed.GetValue(_loadSystemEnv) ? Environment.GetEnvironmentVariable : null);
    }
}
