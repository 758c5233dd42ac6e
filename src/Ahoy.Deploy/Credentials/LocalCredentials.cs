using Ahoy.Api;
using Ahoy.Api.Credentials;

namespace Ahoy.Deploy.Credentials;

/// <summary>
/// Finds the credentials for a host, in this order: the command line; <c>AHOY_ACCOUNT_SID</c> and <c>AHOY_AUTH_TOKEN</c>; the pair that the
/// host made for itself, where it runs on this machine.
/// </summary>
public sealed class LocalCredentials(Func<string, string?> variable, HostRegistry hosts)
{
    /// <summary>With the environment and the hosts of this machine's user.</summary>
    public static LocalCredentials OfThisMachine() => new(Environment.GetEnvironmentVariable, HostRegistry.OfThisUser);

    /// <summary>Finds credentials.</summary>
    /// <exception cref="CredentialsMissingException">There are none, or half of them.</exception>
    public ApiCredentials Find(Uri host, GivenCredentials given)
    {
        if (given.UserName is not null || given.Password is not null)
        {
            return given is { UserName: { } user, Password: { } password }
                ? new ApiCredentials(user, password, Sid.Is(Sid.Account, user) ? user : null, "--username and --password")
                : throw new CredentialsMissingException("--username and --password belong together.");
        }

        if (variable(CredentialVariables.Account) is { Length: > 0 } account && variable(CredentialVariables.Token) is { Length: > 0 } token)
        {
            return new ApiCredentials(account, token, account, $"{CredentialVariables.Account} and {CredentialVariables.Token}");
        }

        if (hosts.Find(host) is { } folder)
        {
            var file = Path.Combine(folder, CredentialsFile.Name);
            if (CredentialsFile.TryRead(file) is { } pair)
            {
                return new ApiCredentials(pair.AccountSid, pair.AuthToken, pair.AccountSid, file);
            }
        }

        throw new CredentialsMissingException(
            $"No credentials for the host at {host.GetLeftPart(UriPartial.Authority)}. Start it on this machine (`ahoy serve`), or set {CredentialVariables.Account} and {CredentialVariables.Token} to those that it was started with.");
    }
}
