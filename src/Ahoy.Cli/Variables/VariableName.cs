using System.CommandLine;
using Ahoy.Cli.Output;

namespace Ahoy.Cli.Variables;

/// <summary>The name of one variable: as the argument, or by <c>--key</c>, which is the Serverless Toolkit's.</summary>
internal sealed class VariableName
{
    private readonly Argument<string?> _name = new("NAME") { Description = "The variable's name.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _key = new("--key") { Description = "The same." };

    /// <summary>What the command has for it.</summary>
    public IEnumerable<Symbol> Symbols => [_name, _key];

    /// <summary>The name that was given.</summary>
    /// <exception cref="UserErrorException">None was, or two.</exception>
    public string Read(ParseResult parsed) => (parsed.GetValue(_name), parsed.GetValue(_key)) switch
    {
        ({ } name, null) => name,
        (null, { } key) => key,
        (null, null) => throw new UserErrorException("Which variable? Give its name."),
        _ => throw new UserErrorException("Give the variable's name once, not with --key as well."),
    };
}
