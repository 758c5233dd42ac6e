using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Creating;

/// <summary><c>ahoy new [DIR]</c>, also <c>init</c>: the first files of a service. <c>ahoy new function NAME</c>: a Function of a template.</summary>
internal sealed class NewCommand
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "The folder to write to. It is created if it is missing.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _name = new("--name", "-n") { Description = "The service's name. The folder's name by default." };
    private readonly Option<bool> _empty = new("--empty") { Description = "Writes the project without Functions and Assets." };
    private readonly Option<bool> _typeScript = new("--typescript") { Description = "Writes the Functions in TypeScript." };
    private readonly Option<bool> _tests = new("--tests") { Description = "Adds unit tests in JavaScript." };
    private readonly Option<string?> _template = new("--template")
    {
        Description = "Writes the Function DIR from a template, like `ahoy new function`.",
    };

    private readonly Option<string?> _cwd = new("--cwd") { Description = "With --template: the project's folder. The current folder by default." };

    private readonly Option<string?> _source = SourceOption.Create();

    public static Command Create() => new NewCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("new", "Creates a service: a project, two Functions, an Asset and a .env.")
        {
            _folder, _name, _empty, _typeScript, _tests, _template, _cwd, _source, NewFunctionCommand.Create(),
        };
        command.Aliases.Add("init");
        command.SetAction((parsed, cancellation) => Failures.RunAsync(() => RunAsync(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var target = parsed.GetValue(_folder)!;
        if (parsed.GetValue(_template) is { } template)
        {
            return await NewFunctionCommand.WriteAsync(parsed.GetValue(_cwd) ?? ".", target, template).ConfigureAwait(false);
        }

        var wanted = parsed.GetValue(_name) ?? ServiceName.FromPackageName(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target))));
        if (ServiceName.Validate(wanted) is { } problem)
        {
            throw new UserErrorException($"{char.ToUpperInvariant(problem[0])}{problem[1..]}. Give another with --name.");
        }

        var (isEmpty, isTypeScript) = (parsed.GetValue(_empty), parsed.GetValue(_typeScript));
        if (isEmpty && isTypeScript)
        {
            throw new UserErrorException("--empty and --typescript: give one of them.");
        }

        var source = SourceOption.Read(parsed.GetValue(_source));
        var kind = isTypeScript ? ServiceTemplate.TypeScript : ServiceTemplate.Ordinary;
        foreach (var file in ServiceTemplate.Write(target, wanted, kind, isEmpty, source, parsed.GetValue(_tests)))
        {
            await Console.Out.WriteLineAsync(Path.Combine(target, file)).ConfigureAwait(false);
        }

        await Console.Error.WriteLineAsync(NextSteps(target, isEmpty, source, parsed.GetValue(_tests))).ConfigureAwait(false);
        return ExitCode.Success;
    }

    // Two commands, and before them only what there is no way around.
    private static string NextSteps(string target, bool isEmpty, SdkSource? source, bool hasTests)
    {
        var lines = new List<string> { "" };
        if (ProjectFile.Advice(source) is { } advice)
        {
            lines.Add(advice);
        }

        lines.Add("Next:");
        var isHere = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)) == Environment.CurrentDirectory;
        if (!isHere)
        {
            lines.Add($"  cd {(target.Contains(' ', StringComparison.Ordinal) ? $"\"{target}\"" : target)}");
        }

        lines.Add(isEmpty ? "  ahoy new function hello --template blank     # `ahoy templates` shows others" : "  dotnet build");
        lines.Add("  dotnet run");
        if (hasTests)
        {
            lines.Add("  npm test     # once it is built");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
