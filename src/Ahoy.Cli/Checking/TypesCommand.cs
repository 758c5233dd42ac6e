using System.CommandLine;
using Ahoy.Bundling.TypeScript;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary><c>ahoy types [DIR]</c>: writes the types of the platform and of the service, <c>ahoy.d.ts</c>.</summary>
internal sealed class TypesCommand
{
    private readonly Argument<string> _folder = new("dir") { Description = "The project's folder. The current folder by default.", DefaultValueFactory = _ => "." };
    private readonly Option<bool> _check = new("--check") { Description = "Writes nothing. The exit code is 1 if the file is out of date." };
    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder, relative to the project." };
    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder, relative to the project." };
    private readonly Option<string?> _env = new("--env") { Description = "The environment file. Its names become properties of `context`." };
    private readonly Option<string?> _config = new("--config", "-c") { Description = "The configuration file. The project's own by default." };

    public static Command Create() => new TypesCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("types", $"Writes {TypeScriptProject.TypesName}: types of the platform and of your service.")
        {
            _folder, _check, _functionsFolder, _assetsFolder, _env, _config,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var given = new GivenSettings
        {
            FunctionsFolder = parsed.GetValue(_functionsFolder),
            AssetsFolder = parsed.GetValue(_assetsFolder),
            EnvFile = parsed.GetValue(_env),
        };
        var configuration = parsed.GetValue(_config) is { } named ? ProjectDefaults.Load(".", named, "check").Configuration : null;
        try
        {
            var settings = ProjectFolder.Open(parsed.GetValue(_folder)!, given, configuration).Settings;
            var file = Path.GetRelativePath(Environment.CurrentDirectory, ServiceTypes.FileOf(settings));
            if (parsed.GetValue(_check))
            {
                var isCurrent = ServiceTypes.AreCurrent(settings);
                await (isCurrent ? Console.Out : Console.Error).WriteLineAsync(isCurrent
                    ? $"{file} is current."
                    : $"{file} is not current: run `ahoy types`, or build the project, and commit it.").ConfigureAwait(false);
                return isCurrent ? ExitCode.Success : ExitCode.Failed;
            }

            await Console.Out.WriteLineAsync(ServiceTypes.Write(settings) ? $"{file} is written." : $"{file} is current.").ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (ProjectException e)
        {
            throw new UserErrorException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The types can't be written: {e.Message}");
        }
    }
}
