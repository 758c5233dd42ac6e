using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ahoy.Cli.Output;

/// <summary>The words of a command line that no command knows.</summary>
internal static class UnknownWords
{
    /// <summary>
    /// What looks like an option and is none, without its value: the parser takes it for an argument where the command has one. What
    /// comes after <c>--</c> is an argument whatever it looks like.
    /// </summary>
    public static IReadOnlyList<string> Options(ParseResult parsed)
    {
        var end = parsed.Tokens.Count(token => token.Type == TokenType.DoubleDash) == 0
            ? parsed.Tokens.Count
            : parsed.Tokens.ToList().FindIndex(token => token.Type == TokenType.DoubleDash);
        var values = new HashSet<Token>(ValuesOfOptions(parsed.CommandResult), ReferenceEqualityComparer.Instance);
        return
        [
            .. parsed.Tokens.Take(end)
                .Where(token => token.Type == TokenType.Argument && LooksLikeAnOption(token.Value) && !values.Contains(token))
                .Select(token => token.Value.Split('=', ':')[0])
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool LooksLikeAnOption(string word) =>
        word.Length > 1 && word[0] == '-' && char.IsLetter(word.TrimStart('-').FirstOrDefault('0'));

    private static IEnumerable<Token> ValuesOfOptions(SymbolResult result) => result is CommandResult command
        ? command.Children.OfType<OptionResult>().SelectMany(option => option.Tokens)
            .Concat(command.Parent is { } parent ? ValuesOfOptions(parent) : [])
        : [];
}
