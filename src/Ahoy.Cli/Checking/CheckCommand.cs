using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary><c>ahoy check [DIR…]</c>: the rules of the analyzers, without MSBuild.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> _folders = new("dir")
    {
        Description = "The projects' folders; the current one, if none is named.",
        DefaultValueFactory = _ => ["."],
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How the result is written: text, json or sarif (2.1.0).",
        DefaultValueFactory = _ => Reports.Text,
    };

    private readonly Option<string?> _output = new("--output") { Description = "Writes the result to a file." };
    private readonly Option<bool> _fix = new("--fix") { Description = "Corrects what can be corrected for certain, and reports what is left." };
    private readonly Option<string?> _functionsFolder = new("--functions-folder") { Description = "The Functions folder, relative to the project." };
    private readonly Option<string?> _assetsFolder = new("--assets-folder") { Description = "The Assets folder, relative to the project." };
    private readonly Option<string?> _env = new("--env") { Description = "The environment file: its names are read, never its values." };
    private readonly Option<string?> _runtime = new("--runtime") { Description = "The runtime to check for: node22." };

    public static Command Create() => new CheckCommand().ToCommand();

    private Command ToCommand()
    {
        _format.AcceptOnlyFromAmong(Reports.Formats);
        var command = new Command("check", "Finds mistakes in Functions before anything runs.")
        {
            _folders, _format, _output, _fix, _functionsFolder, _assetsFolder, _env, _runtime,
        };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new ProjectOptions(
            parsed.GetValue(_functionsFolder), parsed.GetValue(_assetsFolder), parsed.GetValue(_env), parsed.GetValue(_runtime));
        var projects = parsed.GetValue(_folders)!.Select(folder => CheckedProject.Load(folder, options)).ToList();
        foreach (var problem in projects.SelectMany(project => project.Problems))
        {
            Console.Error.WriteLine($"{problem.File} {problem.Message}");
        }

        var files = new ProjectChecker(parsed.GetValue(_fix)).Check(projects, cancellation);
        Write(parsed, files);
        var failed = files.Any(file => file.Findings.Any(finding => finding.Severity == Severity.Error))
            || projects.Exists(project => project.Problems.Count > 0);
        return Task.FromResult(failed ? ExitCode.Failed : ExitCode.Success);
    }

    private void Write(ParseResult parsed, IReadOnlyList<CheckedFile> files)
    {
        var format = parsed.GetValue(_format)!;
        if (parsed.GetValue(_output) is { } path)
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using var file = File.Create(path);
            Reports.Write(format, files, file);
        }
        else
        {
            using var console = Console.OpenStandardOutput();
            Reports.Write(format, files, console);
        }
    }
}
