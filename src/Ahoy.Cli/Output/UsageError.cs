using System.CommandLine;
using System.CommandLine.Parsing;
using Ahoy.Cli.Toolkit;
using Ahoy.Model;

namespace Ahoy.Cli.Output;

/// <summary>Says what is wrong with a command line, in a few lines: the whole help would hide it.</summary>
internal static class UsageError
{
    /// <summary>Whether there is something wrong. Who asks for help gets it in any case.</summary>
    public static bool IsIn(ParseResult parsed) => parsed.Action is System.CommandLine.Invocation.ParseErrorAction
        || (parsed.Action == parsed.CommandResult.Command.Action && UnknownWords.Options(parsed).Count > 0);

    /// <summary>Writes the errors.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult parsed, TextWriter output)
    {
        foreach (var message in Messages(parsed))
        {
            output.WriteLine(message);
        }

        output.WriteLine($"`{Name(parsed.CommandResult)} --help` shows more.");
        return ExitCode.Usage;
    }

    // What the parser says behind an unknown word is a consequence of it: the option's value is one argument too many, or of the wrong kind.
    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        if (UnknownWords.Options(parsed) is [_, ..] unknown)
        {
            return unknown.Select(option => Unknown(command, option));
        }

        var isGroup = command.Command.Subcommands.Count > 0 && command.Command.Arguments.Count == 0;
        if (isGroup && parsed.UnmatchedTokens is [var word, ..])
        {
            return [UnknownCommand(command, word), Subcommands(command)];
        }

        var errors = parsed.Errors.Select(error => error.Message);
        return isGroup ? errors.Append(Subcommands(command)) : errors;
    }

    private static string Unknown(CommandResult command, string option) =>
        ToolkitAdvice.Find(CommandPath.Of(command.Command), option) is { } answer
            ? $"'{option}' is an option of the Serverless Toolkit that `{Name(command)}` does not have: {answer}"
            : $"`{Name(command)}` has no option '{option}'.{DidYouMean(option, OptionsOf(command).SelectMany(NamesOf))}";

    private static string UnknownCommand(CommandResult command, string word) =>
        ToolkitAdvice.FindCommand(word) is { } answer
            ? $"'{word}' is a command of the Serverless Toolkit: {answer}"
            : $"`{Name(command)}` has no command '{word}'.{DidYouMean(word, command.Command.Subcommands.SelectMany(c => c.Aliases.Append(c.Name)))}";

    private static string DidYouMean(string word, IEnumerable<string> names) =>
        ClosestName.Find(word, names) is { } closest ? $" Did you mean '{closest}'?" : "";

    private static IEnumerable<Option> OptionsOf(CommandResult command)
    {
        foreach (var option in command.Command.Options)
        {
            yield return option;
        }

        for (var parent = command.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
        {
            foreach (var option in parent.Command.Options.Where(option => option.Recursive))
            {
                yield return option;
            }
        }
    }

    private static IEnumerable<string> NamesOf(Option option) => option.Aliases.Append(option.Name).Where(name => name.Length > 2);

    private static string Subcommands(CommandResult command) =>
        $"There are {string.Join(", ", command.Command.Subcommands.Select(c => c.Name))}.";

    private static string Name(CommandResult result) => $"ahoy {CommandPath.Of(result.Command)}".TrimEnd();
}
