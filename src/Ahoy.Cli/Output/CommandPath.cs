using System.CommandLine;

namespace Ahoy.Cli.Output;

/// <summary>The words that name a command behind <c>ahoy</c>, like <c>env set</c>.</summary>
internal static class CommandPath
{
    public static string Of(Command command)
    {
        var words = new List<string>();
        for (var at = command; at is not null and not RootCommand; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            words.Insert(0, at.Name);
        }

        return string.Join(' ', words);
    }
}
