using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary><c>ahoy env set NAME=value …</c>, or <c>--key NAME --value VALUE</c> as the Serverless Toolkit has it.</summary>
internal static class EnvSetCommand
{
    private const string Which = "Which variable? Give NAME=value, several if you like, or --key NAME to read the value from the standard input.";

    public static Command Create()
    {
        var pairs = new Argument<string[]>("NAME=value") { Description = "Variables with their values.", Arity = ArgumentArity.ZeroOrMore };
        var key = new Option<string?>("--key") { Description = "One variable's name." };
        var value = new Option<string?>("--value")
        {
            Description = "Its value. Read from standard input if you leave it out.",
        };
        var command = VariableScope.Command("set", "Sets variables.", [pairs, key, value], async (scope, parsed, cancellation) =>
        {
            var difference = VariableDifference.Between(
                scope.Variables,
                await WantedAsync(parsed.GetValue(pairs) ?? [], parsed.GetValue(key), parsed.GetValue(value), Console.In, cancellation).ConfigureAwait(false),
                removeOthers: false);
            difference.Write(Console.Out);
            await scope.ApplyAsync(difference, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        });

        // Nobody is asked who the host is before it is clear what for.
        command.Validators.Add(result =>
        {
            if (result.GetValue(pairs) is null or [] && result.GetValue(key) is null)
            {
                result.AddError(Which);
            }
        });
        return command;
    }

    /// <summary>The variables that are to be set.</summary>
    /// <exception cref="UserErrorException">It is not clear which.</exception>
    internal static async Task<IReadOnlyList<KeyValuePair<string, string>>> WantedAsync(
        IReadOnlyList<string> pairs, string? key, string? value, TextReader input, CancellationToken cancellation)
    {
        if (pairs.Count == 0 == key is null)
        {
            throw new UserErrorException(pairs.Count == 0 ? Which : "Give either NAME=value or --key, not both.");
        }

        if (key is not null)
        {
            var text = value ?? (await input.ReadToEndAsync(cancellation).ConfigureAwait(false)).TrimEnd('\r', '\n');
            return [KeyValuePair.Create(key, text)];
        }

        if (value is not null)
        {
            throw new UserErrorException("--value belongs to --key: of NAME=value, the value is behind the '='.");
        }

        var wanted = pairs.Select(Split).ToList();
        return wanted.GroupBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UserErrorException($"'{twice.Key}' is given twice.")
            : wanted;
    }

    // Never the whole word: it may be a secret that lacks its name.
    private static KeyValuePair<string, string> Split(string pair) => pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        ? KeyValuePair.Create(pair[..equals], pair[(equals + 1)..])
        : throw new UserErrorException("A variable is given as NAME=value; in quotes where the value has blanks: \"NAME=two words\".");
}
