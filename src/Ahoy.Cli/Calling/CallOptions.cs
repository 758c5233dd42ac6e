using System.CommandLine;
using Ahoy.Api.Credentials;
using Ahoy.Cli.Offline;
using Ahoy.Deploy.Verification;
using Ahoy.Host.Commands;
using Ahoy.Model;

namespace Ahoy.Cli.Calling;

/// <summary>What <c>invoke</c> and <c>sign</c> have in common: the body, and the key of the signature.</summary>
internal sealed class CallOptions
{
    public Option<string[]> Form { get; } = new("--form", "-f")
    {
        Description = "A form field, as name=value. Repeat it for more.",
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

    public Option<string?> AuthToken { get; } = LastOption.Text("--auth-token", $"The Auth Token to sign with. By default the host's, or {AccountVariables.AuthToken}.");

    public Option<string?> Env { get; } = LastOption.Text("--env", $"The environment file with {AccountVariables.AuthToken}. .env by default.", "--env-file");

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

    /// <summary>
    /// Finds the Auth Token: what is given; the environment file that is named; the token of the <c>ahoy serve</c> that serves a name below
    /// <c>localhost</c>; that of the host of this folder that runs with <c>--offline</c>; the environment file of this folder; the variable.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="url">The URL that is to be signed.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="CallException">There is none.</exception>
    public async Task<string> ReadAuthTokenAsync(ParseResult parsed, string url, CancellationToken cancellation)
    {
        if (parsed.GetValue(AuthToken) is { Length: > 0 } given)
        {
            return given;
        }

        var named = parsed.GetValue(Env);
        if (named is null
            && Uri.TryCreate(url, UriKind.Absolute, out var target)
            && target.Host != "localhost"
            && LocalhostHandler.IsLocal(target.Host)
            && await ServingHost.FindTokenAsync(HostRegistry.OfThisUser, target.Port, cancellation).ConfigureAwait(false) is { } served)
        {
            return served;
        }

        if (named is null && await OfflineAccount.FindTokenAsync(Environment.CurrentDirectory, url, cancellation).ConfigureAwait(false) is { } offline)
        {
            return offline;
        }

        var file = named ?? ProjectSettings.DefaultEnvFile;
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
