using System.CommandLine;
using Ahoy.Cli.Output;
using Ahoy.Host.Commands;

namespace Ahoy.Cli.Creating;

/// <summary><c>ahoy templates</c>, also <c>list-templates</c>: what <c>ahoy new function</c> can begin with.</summary>
internal static class TemplatesCommand
{
    private static readonly Column<FunctionTemplate>[] s_columns =
    [
        new("name", template => template.Name),
        new("visibility", template => template.Visibility.Length == 0 ? "public" : template.Visibility),
        new("variables", template => string.Join(" ", template.Variables.Keys.Order(StringComparer.Ordinal)), IsDefault: false),
        new("description", template => template.Description),
    ];

    public static Command Create()
    {
        var format = OutputOptions.Format();
        var command = new Command("templates", "Lists the templates of `ahoy new function`.") { format };
        command.Aliases.Add("list-templates");
        command.SetAction((parsed, cancellation) => Failures.RunAsync(
            () =>
            {
                if (OutputOptions.IsJson(parsed.GetValue(format)))
                {
                    ListWriter.WriteJson(ListWriter.ToJson(FunctionTemplate.All, s_columns), Console.Out);
                }
                else
                {
                    var columns = ListWriter.Select(s_columns, properties: null, extended: false);
                    ListWriter.WriteTable(FunctionTemplate.All, columns, Console.Out, TextTable.TerminalWidth);
                }

                return Task.FromResult(ExitCode.Success);
            },
            cancellation));
        return command;
    }
}
