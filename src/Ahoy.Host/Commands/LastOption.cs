using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ahoy.Host.Commands;

/// <summary>
/// Makes options that may be given several times, of which the last one counts: a project file gives some, and its user, who
/// comes later on the command line, others.
/// </summary>
internal static class LastOption
{
    public static Option<string?> Text(string name, string description, params string[] aliases) =>
        Make<string?>(name, description, aliases, text => text);

    public static Option<int> Port(string name, int preset, string description, params string[] aliases)
    {
        var option = new Option<int>(name, aliases)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => preset,
            CustomParser = result => ParsePort(name, result),
        };
        return option;
    }

    /// <summary>A port that has no preset.</summary>
    public static Option<int?> OptionalPort(string name, string description, params string[] aliases)
    {
        var option = new Option<int?>(name, aliases) { Description = description, Arity = ArgumentArity.OneOrMore };
        option.CustomParser = result => ParsePort(name, result);
        return option;
    }

    /// <summary>An option that can stand alone, with a value that it has then.</summary>
    public static Option<string?> OptionalText(string name, string alone, string description)
    {
        var option = Make<string?>(name, description, [], text => text);
        option.Arity = ArgumentArity.ZeroOrMore;
        option.CustomParser = result => result.Tokens.Count == 0 ? alone : result.Tokens[^1].Value;
        return option;
    }

    public static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(" or ", values)}.",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => values[0],
        };
        option.CustomParser = result =>
        {
            var value = result.Tokens[^1].Value;
            if (!values.Contains(value))
            {
                result.AddError($"{name} {value}: it must be {string.Join(" or ", values)}.");
            }

            return value;
        };
        return option;
    }

    public static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };

    private static int ParsePort(string name, ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[^1].Value, out var port) && port is >= 0 and <= 65535)
        {
            return port;
        }

        result.AddError($"{name} {result.Tokens[^1].Value}: a port is a number from 0 to 65535.");
        return 0;
    }

    private static Option<T> Make<T>(string name, string description, string[] aliases, Func<string, T> parse) =>
        new(name, aliases)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = (ArgumentResult result) => parse(result.Tokens[^1].Value),
        };
}
