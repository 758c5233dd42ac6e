using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ahoy.Cli.Output;

/// <summary>Says what is wrong with a command line, in a few lines: the whole help would hide it.</summary>
internal static class UsageError
{
    /// <summary>Writes the errors.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult parsed, TextWriter output)
    {
        foreach (var error in parsed.Errors)
        {
            output.WriteLine(error.Message);
        }

        var subcommands = parsed.CommandResult.Command.Subcommands;
        if (subcommands.Count > 0)
        {
            output.WriteLine($"There are {string.Join(", ", subcommands.Select(c => c.Name))}.");
        }

        output.WriteLine($"`{Name(parsed.CommandResult)} --help` shows more.");
        return ExitCode.Usage;
    }

    private static string Name(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Name(parent)} {result.Command.Name}" : "ahoy";
}
