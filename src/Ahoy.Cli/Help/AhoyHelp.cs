using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Help;

/// <summary><c>--help</c>: of <c>ahoy</c> the commands in groups, of a command what the parser knows, and examples.</summary>
internal sealed class AhoyHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _standard;

    private AhoyHelp(HelpAction standard) => _standard = standard;

    /// <summary>Gives the command and all below it this help.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new AhoyHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is RootCommand root)
        {
            WriteGroups(root, output);
            return ExitCode.Success;
        }

        var code = _standard.Invoke(parseResult);
        var examples = CommandExamples.Of(CommandPath.Of(parseResult.CommandResult.Command));
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return code;
    }

    private static void WriteGroups(RootCommand root, TextWriter output)
    {
        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("Usage: ahoy <command> [options]");
        var width = root.Subcommands.Where(command => !command.Hidden).Max(command => command.Name.Length);
        foreach (var (title, names) in CommandGroups.All)
        {
            output.WriteLine();
            output.WriteLine($"{title}:");
            foreach (var name in names)
            {
                output.WriteLine($"  {name.PadRight(width)}  {root.Subcommands.Single(command => command.Name == name).Description}");
            }
        }

        output.WriteLine();
        output.WriteLine("`ahoy <command> --help` shows a command's options, with examples. `ahoy --version` shows the version.");
    }
}
