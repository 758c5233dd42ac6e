using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Creating;

/// <summary><c>ahoy new [DIR]</c></summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder to write to; it is made where it is missing.",
            DefaultValueFactory = _ => ".",
        };
        var name = new Option<string?>("--name", "-n") { Description = "The service's name; the folder's where it is left out." };
        var command = new Command("new", "Writes the first files of a service: a project, two Functions, an Asset, a .env.") { folder, name };
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            async () =>
            {
                var target = parsed.GetValue(folder)!;
                var wanted = parsed.GetValue(name) ?? ServiceName.FromPackageName(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target))));
                if (ServiceName.Validate(wanted) is { } problem)
                {
                    throw new UserErrorException($"{char.ToUpperInvariant(problem[0])}{problem[1..]}. Give another with --name.");
                }

                foreach (var file in ServiceTemplate.Write(target, wanted))
                {
                    await Console.Out.WriteLineAsync(Path.Combine(target, file)).ConfigureAwait(false);
                }

                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
