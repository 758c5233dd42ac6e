using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Ahoy.Cli.Help;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Tests.Help;

/// <summary>What <c>--help</c> says, of each command that there is.</summary>
public sealed partial class HelpTests
{
    private const int Longest = 80;

    public static TheoryData<string> Paths() => new(Commands().Where(command => command is not RootCommand).Select(CommandPath.Of));

    [Fact]
    public void Descriptions_OfCommandsOptionsAndArguments_AreOneShortSentence()
    {
        var errors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var command in Commands())
        {
            Symbol[] symbols = [command, .. command.Options.Where(option => !option.Hidden && option is not (HelpOption or VersionOption)), .. command.Arguments.Where(argument => !argument.Hidden)];
            foreach (var symbol in symbols)
            {
                var text = symbol.Description ?? "";
                if (text.Length is 0 or >= Longest || text[^1] != '.' || text.Contains('\n', StringComparison.Ordinal))
                {
                    errors.Add($"ahoy {CommandPath.Of(command)} {symbol.Name} ({text.Length}): {text}");
                }
            }
        }

        Assert.True(errors.Count == 0, $"A description has fewer than {Longest} letters, and ends with a full stop:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void Groups_OfTheRoot_HoldEachCommandOnce() =>
        Assert.Equal(
            AhoyCommand.Create().Subcommands.Where(command => !command.Hidden).Select(command => command.Name).Order(StringComparer.Ordinal),
            CommandGroups.All.SelectMany(group => group.Commands).Order(StringComparer.Ordinal));

    [Fact]
    public void Help_OfTheRoot_ShowsEachCommandInALineOfItsGroup()
    {
        var help = HelpOf("");

        foreach (var (title, commands) in CommandGroups.All)
        {
            var section = help[(help.IndexOf($"\n{title}:\n", StringComparison.Ordinal) + 1)..].Split("\n\n")[0];
            Assert.Equal(commands, section.Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Help_OfACommand_EndsWithExamplesThatParse(string path)
    {
        var examples = CommandExamples.Of(path);

        Assert.NotEmpty(examples);
        Assert.EndsWith($"Examples:\n{string.Concat(examples.Select(example => $"  {example}\n"))}\n", HelpOf(path), StringComparison.Ordinal);
        Assert.All(examples, example =>
        {
            var parsed = AhoyCommand.Create().Parse(Words().Match(example).Value);
            using var errors = new StringWriter();
            Assert.False(UsageError.IsIn(parsed) && UsageError.Write(parsed, errors) != 0, $"{example}: {errors}");
            Assert.StartsWith(path, CommandPath.Of(parsed.CommandResult.Command), StringComparison.Ordinal);
        });
    }

    private static string HelpOf(string path)
    {
        using var output = new StringWriter();
        Assert.Equal(0, AhoyCommand.Create().Parse($"{path} --help").Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<Command> Commands() => Below(AhoyCommand.Create());

    private static IEnumerable<Command> Below(Command command) => command.Hidden ? [] : command.Subcommands.SelectMany(Below).Prepend(command);

    // The part of a shell's line that is the command's: up to a bracket or what is read from a file.
    [GeneratedRegex(@"(?<=\bahoy )[^<)]*")]
    private static partial Regex Words();
}
