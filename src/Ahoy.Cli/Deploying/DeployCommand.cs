using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Bundling.Output;
using Ahoy.Deploy.Projects;
using Ahoy.Deploy.Steps;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary><c>ahoy deploy</c>: deploys a Build. It is what <c>dotnet publish</c> runs as well.</summary>
internal sealed class DeployCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();

    private readonly Argument<string?> _build = new("build")
    {
        Description = $"A Build's folder, its {BuildReader.ArchiveExtension}, or a project that was built; the current folder where it is left out.",
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

    private readonly Option<bool> _listAll = new(ResourceGroups.ListAllOption)
    {
        Description = "Lists each resource in the end; more than 20 are summed up by folder without it.",
    };

    private readonly Option<string?> _urlFile = new("--url-file") { Description = "A file to write the URLs into, one a line." };

    private readonly Option<bool> _override = new("--override-existing-project")
    {
        Description = "For scripts of the Serverless Toolkit: a deploy goes to the Service of the name in any case.",
    };

    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new DeployCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("deploy", "Deploys a Build to a host of Ahoy's or to Twilio.")
        {
            _build, _env, _noEnv, _loadSystemEnv, _noVerify, _listAll, _urlFile, _override, _format,
        };
        // Else an option that there isn't would be taken for the name of a Build.
        _build.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } unknown)
            {
                result.AddError($"There is no option '{unknown.Value}'.");
            }
        });
        _service.AddTo(command);
        _connection.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var named = parsed.GetValue(_build);
        var folder = _service.Folder(parsed);
        var path = BuildFinder.Find(named is null ? folder : Path.GetFullPath(named));
        using var build = BuildReader.Open(path);

        // An archive comes from elsewhere: what lies in this folder is another project's, unless the folder is named.
        var isProject = named is null || Directory.Exists(named) || _service.NamesFolder(parsed);
        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var environment = _service.Environment(parsed, client);
        var variables = Variables(parsed, folder, environment, client, isProject);
        if (named is null)
        {
            StaleBuild.Warn(build.Build, folder, Console.Error);
        }

        var request = new DeployRequest
        {
            Source = build,
            ServiceSid = _service.NamedSid(parsed, client),
            LastServiceSid = isProject ? _service.LastSid(parsed, client) : null,
            ServiceName = _service.NamedName(parsed, client),
            Environment = environment,
            Variables = variables,
            Verify = !parsed.GetValue(_noVerify),
        };

        var result = await DeployTerminal.ShowAsync(
            progress => new Deployer(client, progress).DeployAsync(request, cancellation)).ConfigureAwait(false);
        if (client.Credentials.AccountSid is { } account)
        {
            new DeployInfoFile(folder).Write(account, client.Address.Region, result.ServiceSid, result.BuildSid);
        }

        if (parsed.GetValue(_urlFile) is { } urlFile)
        {
            await File.WriteAllLinesAsync(urlFile, result.Endpoints.Select(e => e.Url.ToString()), cancellation).ConfigureAwait(false);
        }

        DeployReport.Write(result, OutputOptions.IsJson(parsed.GetValue(_format) ?? _service.Defaults(parsed).Text("outputFormat")), parsed.GetValue(_listAll), Console.Out);
        return ExitCode.Success;
    }

    private IReadOnlyList<KeyValuePair<string, string>> Variables(
        ParseResult parsed, string folder, string environment, ServerlessClient client, bool isProject)
    {
        if (parsed.GetValue(_noEnv))
        {
            return [];
        }

        var defaults = _service.Defaults(parsed);
        var given = new GivenSettings
        {
            DeployEnvFile = parsed.GetValue(_env),
            Environment = environment,
            AccountSid = client.Credentials.AccountSid,
            Region = client.Address.Region,
        };
        var project = new ProjectFolder(ProjectSettings.Of(folder, given, defaults.Configuration));
        var file = project.Settings.DeployEnvFile;

        // Of an archive from elsewhere, this folder's file is nobody's business unless it is named.
        var named = project.Settings.NamedFiles.Where(n => n.Path == file).ToList();
        if (named.Count == 0 && !isProject)
        {
            return [];
        }

        return DeployVariables.Of(
            EnvironmentFile.Read(project, file, named),
            parsed.GetValue(_loadSystemEnv) || defaults.Flag("loadSystemEnv", environment, client) ? Environment.GetEnvironmentVariable : null);
    }
}
