using System.CommandLine;
using Ahoy.Cli.Listing;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env list</c>: the keys, and the values only with <c>--show-values</c>.</summary>
internal static class EnvListCommand
{
    public static Command Create()
    {
        var showValues = new Option<bool>("--show-values") { Description = "Shows the values too." };
        var format = OutputOptions.Format();
        return VariableScope.Command("list", "Lists the variables.", [showValues, format], (scope, parsed, _) =>
        {
            var columns = ListWriter.Select(Lists.Variables, parsed.GetValue(showValues) ? "key,value,date_updated" : null, extended: false);
            var variables = scope.Variables.Values.OrderBy(v => v.Key, StringComparer.Ordinal).ToArray();
            if (OutputOptions.IsJson(parsed.GetValue(format)))
            {
                ListWriter.WriteJson(ListWriter.ToJson(variables, columns), Console.Out);
            }
            else
            {
                ListWriter.WriteTable(variables, columns, Console.Out, TextTable.TerminalWidth);
            }

            return Task.FromResult(ExitCode.Success);
        });
    }
}
