using System.CommandLine;

namespace Ahoy.Host.Commands;

/// <summary><c>--log-level</c>, which all commands have.</summary>
internal static class LogLevelOption
{
    private static readonly string[] s_names = [.. Enum.GetNames<Verbosity>().Select(name => name.ToLowerInvariant())];

    /// <summary>The option; the root command has it, for all.</summary>
    public static Option<Verbosity?> Instance { get; } = Create();

    /// <summary>The level that was given, or null.</summary>
    public static Verbosity? Read(ParseResult parsed) => parsed.GetResult(Instance) is null ? null : parsed.GetValue(Instance);

    /// <summary>Whether progress is shown, and what else is no result.</summary>
    public static bool ShowsProgress(ParseResult parsed) => (Read(parsed) ?? Verbosity.Info) <= Verbosity.Info;

    /// <summary>Reads a level's name; null where it is none.</summary>
    public static Verbosity? Parse(string? name) =>
        Array.IndexOf(s_names, name) is >= 0 and var level ? (Verbosity)level : null;

    private static Option<Verbosity?> Create()
    {
        const string Name = "--log-level";
        var option = new Option<Verbosity?>(Name, "-l")
        {
            Description = $"How much to log: {string.Join(", ", s_names)}. info by default.",
            Arity = ArgumentArity.OneOrMore,
            Recursive = true,
            CustomParser = result =>
            {
                var value = result.Tokens[^1].Value;
                if (Parse(value) is { } level)
                {
                    return level;
                }

                result.AddError($"{Name} {value}: it must be one of {string.Join(", ", s_names)}.");
                return null;
            },
        };
        option.CompletionSources.Add(s_names);
        return option;
    }
}
