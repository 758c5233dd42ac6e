using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Ahoy.Cli.Help;
using Ahoy.Cli.Output;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Reference;

/// <summary>docs/reference/command-line.md, made from the parser.</summary>
public sealed class CommandLinePageTests
{
    [Fact]
    public void Page_OfTheCommandLine_IsWhatTheParserKnows()
    {
        var root = AhoyCommand.Create();
        var text = new StringBuilder(root.Description).Append('\n');
        foreach (var (title, commands) in CommandGroups.All)
        {
            text.Append($"\n## {title}\n");
            foreach (var name in commands)
            {
                Write(root.Subcommands.Single(command => command.Name == name), text);
            }
        }

        text.Append("\n## Options of every command\n\n");
        WriteOptions(root.Options, text);
        ReferencePage.Check("command-line.md", "Ahoy.Cli.Tests", "Command line", text.ToString());
    }

    private static void Write(Command command, StringBuilder text)
    {
        text.Append($"\n### ahoy {CommandPath.Of(command)}\n\n{command.Description}\n");
        if (command.Aliases.Count > 0)
        {
            text.Append($"\nAlso {string.Join(", ", command.Aliases.Select(alias => $"`{alias}`"))}.\n");
        }

        if (command.Arguments.Where(argument => !argument.Hidden).ToList() is [_, ..] arguments)
        {
            text.Append("\n| argument | what it is |\n|---|---|\n");
            foreach (var argument in arguments)
            {
                text.Append($"| `{argument.Name}`{(argument.Arity.MaximumNumberOfValues > 1 ? " …" : "")} | {ReferencePage.Cell(argument.Description)} |\n");
            }
        }

        if (command.Options.Any(option => !option.Hidden))
        {
            text.Append('\n');
            WriteOptions(command.Options, text);
        }

        text.Append($"\n```sh\n{string.Join('\n', CommandExamples.Of(CommandPath.Of(command)))}\n```\n");
        foreach (var inner in command.Subcommands.Where(inner => !inner.Hidden))
        {
            Write(inner, text);
        }
    }

    private static void WriteOptions(IEnumerable<Option> options, StringBuilder text)
    {
        text.Append("| option | what it does |\n|---|---|\n");
        foreach (var option in options.Where(option => !option.Hidden).OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            var names = option is HelpOption ? ["--help", "-h"] : option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name);
            text.Append($"| {string.Join(", ", names.Select(name => $"`{name}`"))} | {ReferencePage.Cell(option.Description)} |\n");
        }
    }
}
