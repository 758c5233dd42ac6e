using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Deploy;
using Ahoy.Deploy.Client;
using Ahoy.Bundling.Output;
using Ahoy.Deploy.Projects;
using Ahoy.Deploy.Steps;
using Ahoy.Host.Commands;
using Ahoy.Model;

namespace Ahoy.Cli.Deploying;

/// <summary><c>ahoy deploy</c>: deploys a Build. It is what <c>dotnet publish</c> runs as well.</summary>
internal sealed class DeployCommand
{
    private readonly ConnectionOptions _connection = new();
    private readonly ServiceOptions _service = new();

    private readonly Argument<string?> _build = new("build")
    {
        Description = $"A project, a Build's folder or its {BuildReader.ArchiveExtension}. The current folder by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _env = new("--env")
    {
        Description = "The environment file with the variables to set. .env by default.",
    };

    private readonly Option<bool> _noEnv = new("--no-env") { Description = "Sets no variables." };

    private readonly Option<bool> _loadSystemEnv = new("--load-system-env")
    {
        Description = "Fills empty variables of the environment file from this machine's.",
    };

    private readonly Option<bool> _noVerify = new("--no-verify") { Description = "Does not check that each public resource answers." };

    private readonly Option<bool> _listAll = new(ResourceGroups.ListAllOption)
    {
        Description = "Lists each resource in the end, even if there are more than 20.",
    };

    private readonly Option<string?> _urlFile = new("--url-file") { Description = "A file to write the URLs to, one a line." };

    private readonly Option<bool> _noFunctions = new("--no-functions") { Description = "Deploys no Functions." };

    private readonly Option<bool> _noAssets = new("--no-assets") { Description = "Deploys no Assets." };

    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder of a project without a project file." };

    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder of a project without a project file." };

    private readonly Option<string?> _runtime = new("--runtime") { Description = $"The runtime, like {NodeRuntime.Default}. The Build's by default." };

    private readonly Option<bool> _override = new("--override-existing-project", "--force")
    {
        Description = "Accepted for the Serverless Toolkit's scripts; it changes nothing.",
    };

    private readonly Option<string?> _format = OutputOptions.Format();

    public static Command Create() => new DeployCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("deploy", "Deploys a Build to a host of Ahoy's or to Twilio.")
        {
            _build, _env, _noEnv, _loadSystemEnv, _noVerify, _listAll, _urlFile,
            _noFunctions, _noAssets, _functionsFolder, _assetsFolder, _runtime, _override, _format,
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
        var path = named is null ? folder : Path.GetFullPath(named);

        // An archive comes from elsewhere: what lies in this folder is another project's, unless the folder is named.
        var isProject = named is null || Directory.Exists(named) || _service.NamesFolder(parsed);
        using var client = _connection.Connect(parsed, _service.Defaults(parsed));
        var environment = _service.Environment(parsed, client);
        var given = Given(parsed, environment, client);
        var isMade = FolderBuild.IsMeant(path, given);
        using var build = Open(parsed, path, given, environment, client);
        var variables = Variables(parsed, folder, given, client, isProject, warns: !isMade);
        if (named is null && !isMade)
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
            LogLevelOption.ShowsProgress(parsed), progress => new Deployer(client, progress).DeployAsync(request, cancellation)).ConfigureAwait(false);
        new DeployInfoFile(folder).Write(ServiceOptions.DeployInfoKeys(client)[0], client.Address.Region, result.ServiceSid, result.BuildSid);

        if (parsed.GetValue(_urlFile) is { } urlFile)
        {
            await File.WriteAllLinesAsync(urlFile, result.Endpoints.Select(e => e.Url.ToString()), cancellation).ConfigureAwait(false);
        }

        DeployReport.Write(
            result, OutputOptions.IsJson(parsed.GetValue(_format) ?? _service.Defaults(parsed).Text("outputFormat")), parsed.GetValue(_listAll), Console.Out, Caller.IsMSBuild ? "-p:AhoyListAll=true" : ResourceGroups.ListAllOption);
        return ExitCode.Success;
    }

    private GivenSettings Given(ParseResult parsed, string environment, ServerlessClient client) => new()
    {
        FunctionsFolder = parsed.GetValue(_functionsFolder),
        AssetsFolder = parsed.GetValue(_assetsFolder),
        Runtime = parsed.GetValue(_runtime),
        DeployEnvFile = parsed.GetValue(_env),
        ServiceName = _service.NamedName(parsed, client),
        Environment = environment,
        AccountSid = client.Credentials.AccountSid,
        Region = client.Address.Region,
    };

    private BuildReader Open(ParseResult parsed, string path, GivenSettings given, string environment, ServerlessClient client)
    {
        var defaults = _service.Defaults(parsed);
        var withFunctions = !parsed.GetValue(_noFunctions) && !defaults.IsOff("functions", environment, client);
        var withAssets = !parsed.GetValue(_noAssets) && !defaults.IsOff("assets", environment, client);
        if (!withFunctions && !withAssets)
        {
            throw new UserErrorException("Neither Functions nor Assets: there is nothing to deploy. Leave --no-functions or --no-assets out.");
        }

        bool IsWanted(ResourceKind kind) => kind == ResourceKind.Function ? withFunctions : withAssets;
        if (FolderBuild.IsMeant(path, given))
        {
            return FolderBuild.Make(path, given, defaults.Configuration, file => IsWanted(file.Kind), Console.Error);
        }

        var build = BuildReader.Open(BuildFinder.Find(path)).Select(resource => IsWanted(resource.Kind), given.Runtime);
        if (build.Build.Resources.Count == 0)
        {
            build.Dispose();
            throw new UserErrorException($"The Build has no {(withFunctions ? "Functions" : "Assets")}, and nothing else is wanted: there is nothing to deploy.");
        }

        return build;
    }

    private IReadOnlyList<KeyValuePair<string, string>> Variables(
        ParseResult parsed, string folder, GivenSettings given, ServerlessClient client, bool isProject, bool warns)
    {
        if (parsed.GetValue(_noEnv))
        {
            return [];
        }

        var defaults = _service.Defaults(parsed);
        var project = new ProjectFolder(ProjectSettings.Of(folder, given, defaults.Configuration));
        var file = project.Settings.DeployEnvFile;

        // Of an archive from elsewhere, this folder's file is nobody's business unless it is named.
        var named = project.Settings.NamedFiles.Where(n => n.Path == file).ToList();
        if (named.Count == 0 && !isProject)
        {
            return [];
        }

        return DeployVariables.Of(
            EnvironmentFile.Read(project, file, named, warns),
            parsed.GetValue(_loadSystemEnv) || defaults.Flag("loadSystemEnv", given.Environment, client) ? Environment.GetEnvironmentVariable : null);
    }
}
