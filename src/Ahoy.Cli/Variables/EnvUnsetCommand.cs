using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env unset NAME</c>; that it is gone already is as good.</summary>
internal static class EnvUnsetCommand
{
    public static Command Create()
    {
        var wanted = new VariableName();
        return VariableScope.Command("unset", "Removes a variable.", wanted.Symbols, async (scope, parsed, cancellation) =>
        {
            var name = wanted.Read(parsed);
            var difference = new VariableDifference();
            if (scope.Variables.ContainsKey(name))
            {
                difference.Removed.Add(name);
            }
            else
            {
                await Console.Error.WriteLineAsync($"There is no variable '{name}'.").ConfigureAwait(false);
            }

            difference.Write(Console.Out);
            await scope.ApplyAsync(difference, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }
}
