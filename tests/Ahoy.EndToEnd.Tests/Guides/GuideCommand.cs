using System.Text.RegularExpressions;
using Ahoy.TestSupport.Guides;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>A command of a guide, with what the guide shows below it.</summary>
/// <param name="Text">The command.</param>
/// <param name="Shown">What is shown of its output; null where nothing is said of it.</param>
internal sealed partial record GuideCommand(string Text, string? Shown)
{
    private const string Prompt = "$ ";

    /// <summary>Whether it serves until somebody ends it.</summary>
    public bool Serves => Server().IsMatch(Text);

    /// <summary>The commands of a block.</summary>
    public static IReadOnlyList<GuideCommand> Of(GuideBlock block) => block.Language == "console" ? OfConsole(block.Content) : OfScript(block.Content);

    private static List<GuideCommand> OfScript(string content) =>
    [
        .. content.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => Comment().Replace(line, "").Trim())
            .Where(line => line.Length > 0)
            .Select(line => new GuideCommand(line, null)),
    ];

    private static List<GuideCommand> OfConsole(string content)
    {
        var commands = new List<GuideCommand>();
        foreach (var line in content.Split('\n'))
        {
            if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                commands.Add(new GuideCommand(line[Prompt.Length..], ""));
            }
            else if (line.Length > 0)
            {
                commands[^1] = commands[^1] with { Shown = $"{commands[^1].Shown}{line}\n" };
            }
        }

        return commands;
    }

    // What follows a # that stands by itself.
    [GeneratedRegex(@"(^|\s)#\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(ahoy (start|serve)\b|dotnet run\b(?! --project src/Ahoy\.Cli))(?!.*--prepare)")]
    private static partial Regex Server();
}
