using System.CommandLine;
using Ahoy.Cli.Connections;
using Ahoy.Cli.Output;
using Ahoy.Model;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env import FILE</c>: shows by key what differs, and sets it.</summary>
internal static class EnvImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The environment file. .env by default.", Arity = ArgumentArity.ZeroOrOne };
        var env = new Option<string?>("--env") { Description = "The same, under the Serverless Toolkit's name." };
        var removeOthers = new Option<bool>("--remove-others") { Description = "Removes the variables that the file does not have." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what differs, and changes nothing." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Does not ask before variables are removed." };
        return VariableScope.Command("import", "Sets the variables of an environment file.", [file, env, removeOthers, dryRun, yes], async (scope, parsed, cancellation) =>
        {
            var wanted = Read(parsed.GetValue(file) ?? parsed.GetValue(env) ?? ProjectSettings.DefaultEnvFile);
            var difference = VariableDifference.Between(scope.Variables, wanted, parsed.GetValue(removeOthers));
            difference.Write(Console.Out);
            if (difference.IsEmpty || parsed.GetValue(dryRun))
            {
                return ExitCode.Success;
            }

            if (difference.Removed.Count > 0)
            {
                Confirmation.Require(
                    $"Remove {string.Join(", ", difference.Removed)}?", parsed.GetValue(yes), Console.In, Console.Error, !Console.IsInputRedirected);
            }

            await scope.ApplyAsync(difference, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Read(string file)
    {
        var project = new ProjectFolder(ProjectSettings.Of(Environment.CurrentDirectory, new GivenSettings { EnvFile = file }, ToolkitConfiguration.Empty));
        return DeployVariables.Of(EnvironmentFile.Read(project, file, [new NamedFile(file, "the argument")]), machine: null);
    }
}
