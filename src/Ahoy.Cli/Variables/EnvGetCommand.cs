using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env get NAME</c>: the value alone, for scripts.</summary>
internal static class EnvGetCommand
{
    public static Command Create()
    {
        var wanted = new VariableName();
        return VariableScope.Command("get", "Writes the value of a variable.", wanted.Symbols, async (scope, parsed, _) =>
        {
            var name = wanted.Read(parsed);
            var variable = scope.Variables.GetValueOrDefault(name)
                ?? throw new UserErrorException($"There is no variable '{name}'.", ExitCode.NotFound);
            await Console.Out.WriteLineAsync(variable.Value).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }
}
