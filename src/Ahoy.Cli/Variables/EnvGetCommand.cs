using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env get --key NAME</c>: the value alone, for scripts.</summary>
internal static class EnvGetCommand
{
    public static Command Create()
    {
        var key = new Option<string>("--key") { Description = "The variable's name.", Required = true };
        return VariableScope.Command("get", "Writes the value of a variable.", [key], async (scope, parsed, _) =>
        {
            var name = parsed.GetValue(key)!;
            var variable = scope.Variables.GetValueOrDefault(name)
                ?? throw new UserErrorException($"There is no variable '{name}'.", ExitCode.NotFound);
            await Console.Out.WriteLineAsync(variable.Value).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }
}
