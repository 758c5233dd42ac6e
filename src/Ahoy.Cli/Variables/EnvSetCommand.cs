using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env set --key NAME --value VALUE</c></summary>
internal static class EnvSetCommand
{
    public static Command Create()
    {
        var key = new Option<string>("--key") { Description = "The variable's name.", Required = true };
        var value = new Option<string?>("--value")
        {
            Description = "Its value; where it is left out it is read from the standard input, which keeps it from the shell's history.",
        };
        return VariableScope.Command("set", "Sets a variable.", [key, value], async (scope, parsed, cancellation) =>
        {
            var text = parsed.GetValue(value) ?? (await Console.In.ReadToEndAsync(cancellation).ConfigureAwait(false)).TrimEnd('\r', '\n');
            var difference = VariableDifference.Between(
                scope.Variables, [KeyValuePair.Create(parsed.GetValue(key)!, text)], removeOthers: false);
            difference.Write(Console.Out);
            await scope.ApplyAsync(difference, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        });
    }
}
