using System.CommandLine;
using Ahoy.Api.Credentials;
using Ahoy.Host.Commands;
using Ahoy.Model;

namespace Ahoy.Cli.Calling;

/// <summary>What <c>invoke</c> and <c>sign</c> have in common: the body, and the key of the signature.</summary>
internal sealed class CallOptions
{
    public Option<string[]> Form { get; } = new("--form", "-f")
    {
        Description = "A field of the form, as name=value; may be given several times.",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--form {token.Value}: a field is given as name=value.");
            }

            return [.. result.Tokens.Select(t => t.Value)];
        },
    };

    public Option<string?> Json { get; } = LastOption.Text("--json", "A JSON body.");

    public Option<string?> AuthToken { get; } = LastOption.Text("--auth-token", $"The Auth Token to sign with; else {AccountVariables.AuthToken} of the environment file, else {CredentialVariables.Token}.");

    public Option<string?> Env { get; } = LastOption.Text("--env", $"The environment file that {AccountVariables.AuthToken} is taken from; .env where it is left out.", "--env-file");

    public void AddTo(Command command)
    {
        command.Add(Form);
        command.Add(Json);
        command.Add(AuthToken);
        command.Add(Env);
    }

    /// <summary>Reads what was given.</summary>
    /// <exception cref="CallException">Both a form and a JSON body were given.</exception>
    public CallBody ReadBody(ParseResult parsed)
    {
        var fields = parsed.GetValue(Form) ?? [];
        var json = parsed.GetValue(Json);
        if (fields.Length > 0 && json is not null)
        {
            throw new CallException("A request has one body: give --form or --json, not both.");
        }

        return new CallBody([.. fields.Select(Split)], json);
    }

    /// <summary>Finds the Auth Token.</summary>
    /// <exception cref="CallException">There is none.</exception>
    public string ReadAuthToken(ParseResult parsed)
    {
        if (parsed.GetValue(AuthToken) is { Length: > 0 } named)
        {
            return named;
        }

        var file = parsed.GetValue(Env) ?? ".env";
        if (File.Exists(file) && EnvFile.Load(file).GetValue(AccountVariables.AuthToken) is { Length: > 0 } token)
        {
            return token;
        }

        return Environment.GetEnvironmentVariable(CredentialVariables.Token) is { Length: > 0 } variable
            ? variable
            : throw new CallException($"There is no Auth Token to sign with: give --auth-token, or set {AccountVariables.AuthToken} in {file}.");
    }

    private static KeyValuePair<string, string> Split(string field)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        return new(field[..equals], field[(equals + 1)..]);
    }
}
