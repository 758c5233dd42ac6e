using System.CommandLine;
using System.Text.RegularExpressions;
using Ahoy.Cli.Toolkit;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Toolkit;

/// <summary>
/// The page for who comes from the Serverless Toolkit, against the parser. <c>flags.txt</c> has the options of twilio-run 5 as its commands'
/// <c>--help</c> lists them.
/// </summary>
public sealed partial class ToolkitParityTests
{
    private const string Shared = "Options of several commands";

    private static readonly RootCommand s_root = AhoyCommand.Create();
    private static readonly string s_page = File.ReadAllText(Repository.Combine("docs", "coming-from-the-toolkit.md"));

    public static TheoryData<string, string> Flags { get; } = new(
        File.ReadAllLines(Repository.Combine("tests", "Ahoy.Cli.Tests", "Toolkit", "flags.txt"))
            .Where(line => line.Length > 0)
            .Select(line => line.LastIndexOf(' ') is var blank ? (line[..blank], line[(blank + 1)..]) : default));

    [Theory]
    [MemberData(nameof(Flags))]
    public void Flag_OfTheToolkit_IsTakenOrAnswered(string command, string flag)
    {
        var name = Ours(command);

        Assert.True(
            Find(name).Any(option => option.Name == flag || option.Aliases.Contains(flag)) || ToolkitAdvice.Find(name, flag) is not null,
            $"`ahoy {name}` knows nothing of {flag}");
    }

    [Theory]
    [MemberData(nameof(Flags))]
    public void Flag_OfTheToolkit_StandsOnThePage(string command, string flag)
    {
        string[] sections = [Shared, Ours(command).Split(' ')[0]];

        Assert.Contains(sections, section => Rows(section).Any(row => Words(row.Theirs).Contains(flag)));
    }

    [Fact]
    public void Page_OptionThatItSaysAhoyHas_IsThere()
    {
        var unknown = new List<string>();
        foreach (var section in Sections().Where(section => section != Shared))
        {
            var names = Commands(section).SelectMany(Find).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet();
            unknown.AddRange(Rows(section).SelectMany(row => Words(row.Ours)).Where(word => word.StartsWith('-') && !names.Contains(word)).Select(word => $"{section} {word}"));
        }

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("serverless:deploy", "write `ahoy deploy`.")]
    [InlineData("serverless:env:list", "write `ahoy env list`.")]
    [InlineData("assets:upload", "write `ahoy assets upload`.")]
    public void Command_OfTheTwilioCli_IsAnswered(string word, string answer) => Assert.Equal(answer, ToolkitAdvice.FindCommand(word));

    [Fact]
    public void Answer_AboutAnOption_IsForOneThatAhoyLacks() =>
        Assert.DoesNotContain(ToolkitAdvice.Options, answer =>
            answer.Command is { } command && Find(command).Any(option => option.Name == answer.Name || option.Aliases.Contains(answer.Name)));

    private static string Ours(string command) => command == "list-templates" ? "templates" : command;

    private static IEnumerable<Option> Find(string command)
    {
        Command current = s_root;
        foreach (var word in command.Split(' '))
        {
            current = current.Subcommands.First(sub => sub.Name == word);
        }

        return current.Options.Concat(s_root.Options.Where(option => option.Recursive)).Concat(s_root.Options.Where(option => option.Name == "--version"));
    }

    private static IEnumerable<string> Commands(string section) =>
        section == "env" ? s_root.Subcommands.First(sub => sub.Name == "env").Subcommands.Select(sub => $"env {sub.Name}") : [section];

    private static IEnumerable<string> Sections() => SectionTitle().Matches(s_page).Select(match => match.Groups[1].Value);

    private static IEnumerable<(string Theirs, string Ours)> Rows(string section)
    {
        var start = Regex.Match(s_page, $"^##+ {Regex.Escape(section)}$", RegexOptions.Multiline);
        if (!start.Success)
        {
            return [];
        }

        var rest = s_page[(start.Index + start.Length)..];
        var end = NextTitle().Match(rest);
        return (end.Success ? rest[..end.Index] : rest).Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2]));
    }

    private static IEnumerable<string> Words(string cell) => Code().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionTitle();

    [GeneratedRegex("^##", RegexOptions.Multiline)]
    private static partial Regex NextTitle();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
