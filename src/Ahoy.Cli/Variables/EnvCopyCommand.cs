using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env copy --from dev --production</c>: gives an Environment the variables of another one that it lacks.</summary>
internal static class EnvCopyCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from", "--source-environment")
        {
            Description = "The Environment to copy from: its domain suffix or its SID.",
            Required = true,
        };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces values that differ." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would be set, and changes nothing." };
        return VariableScope.Command(
            "copy",
            "Sets the variables of another Environment that this one lacks.",
            [from, overwrite, dryRun],
            async (scope, parsed, cancellation) =>
            {
                var source = await scope.ReadOtherAsync(parsed.GetValue(from)!, cancellation).ConfigureAwait(false);
                var wanted = source.Values
                    .Where(variable => parsed.GetValue(overwrite) || !scope.Variables.ContainsKey(variable.Key))
                    .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                    .Select(variable => KeyValuePair.Create(variable.Key, variable.Value));
                var difference = VariableDifference.Between(scope.Variables, wanted, removeOthers: false);
                difference.Write(Console.Out);
                if (!parsed.GetValue(dryRun))
                {
                    await scope.ApplyAsync(difference, cancellation).ConfigureAwait(false);
                }

                return ExitCode.Success;
            });
    }
}
