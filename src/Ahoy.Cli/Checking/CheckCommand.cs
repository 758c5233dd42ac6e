using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary><c>ahoy check [DIR…]</c>: the rules of the analyzers, without MSBuild.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> _folders = new("dir")
    {
        Description = "The projects' folders, each with its functions and assets folders; the current one, if none is named.",
        DefaultValueFactory = _ => ["."],
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How the result is written: text, json or sarif (2.1.0).",
        DefaultValueFactory = _ => Reports.Text,
    };

    private readonly Option<string?> _output = new("--output") { Description = "Writes the result to a file, whole or not at all." };
    private readonly Option<bool> _fix = new("--fix") { Description = "Corrects what can be corrected for certain, in place, and reports what is left." };
    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder, relative to the project." };
    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder, relative to the project." };
    private readonly Option<string?> _env = new("--env") { Description = "The environment file, .env by default: its names are reported, never its values." };
    private readonly Option<string?> _runtime = new("--runtime") { Description = "The runtime to check for, like node22." };

    private readonly Option<bool> _noTypeScript = new("--no-typescript") { Description = "Compiles no TypeScript: something else has." };

    private readonly Option<string?> _config = new("--config", "-c") { Description = "The configuration file; each project's own where it is left out." };
    private readonly Option<bool> _noConfig = new("--no-config") { Description = "Reads no configuration file." };

    public static Command Create() => new CheckCommand().ToCommand();

    private Command ToCommand()
    {
        _format.AcceptOnlyFromAmong(Reports.Formats);
        var command = new Command("check", "Finds mistakes in Functions before anything runs. Ends with 0 where there are no errors, with 1 where there are, with 2 where something could not be checked.")
        {
            _folders, _format, _output, _fix, _functionsFolder, _assetsFolder, _env, _runtime, _noTypeScript, _config, _noConfig,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var given = new GivenSettings
        {
            FunctionsFolder = parsed.GetValue(_functionsFolder),
            AssetsFolder = parsed.GetValue(_assetsFolder),
            EnvFile = parsed.GetValue(_env),
            Runtime = parsed.GetValue(_runtime),
            CompilesTypeScript = parsed.GetValue(_noTypeScript) ? false : null,
        };
        var result = new ProjectChecker(parsed.GetValue(_fix)).Check(parsed.GetValue(_folders)!, given, cancellation, Configuration(parsed));
        foreach (var message in result.Failures.Concat(result.Problems).Concat(result.Notes))
        {
            Console.Error.WriteLine(message);
        }

        // With nothing to check, all that there is to say has been said.
        if (result.Files.Count > 0 || result.Failures.Count == 0)
        {
            Write(parsed, result);
        }

        return Task.FromResult(result.ExitCode);
    }

    // Null leaves it to each project.
    private ToolkitConfiguration? Configuration(ParseResult parsed) => parsed.GetValue(_noConfig)
        ? ToolkitConfiguration.Empty
        : parsed.GetValue(_config) is { } file ? ProjectDefaults.Load(".", file, "check").Configuration : null;

    private void Write(ParseResult parsed, CheckResult result)
    {
        var format = parsed.GetValue(_format)!;
        if (parsed.GetValue(_output) is not { } path)
        {
            using var console = Console.OpenStandardOutput();
            Reports.Write(format, result, console);
            return;
        }

        try
        {
            WholeFile.Write(path, file => Reports.Write(format, result, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} can't be written: {e.Message}");
        }
    }
}
