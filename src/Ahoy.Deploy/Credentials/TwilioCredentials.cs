using Ahoy.Api;

namespace Ahoy.Deploy.Credentials;

/// <summary>
/// Finds the credentials for Twilio, in this order: the command line; a profile that it names; the environment's API key
/// (<c>TWILIO_API_KEY</c> and <c>TWILIO_API_SECRET</c>); the environment's Auth Token (<c>TWILIO_ACCOUNT_SID</c> and <c>TWILIO_AUTH_TOKEN</c>); the
/// active profile of the Twilio CLI. Never the service's environment file: what is in there is the Functions'.
/// </summary>
public sealed class TwilioCredentials(Func<string, string?> variable, TwilioCliProfiles profiles)
{
    /// <summary>With the environment and the profiles of this machine's user.</summary>
    public static TwilioCredentials OfThisMachine() =>
        new(Environment.GetEnvironmentVariable, TwilioCliProfiles.Load(TwilioCliProfiles.DefaultFile));

    /// <summary>Finds credentials, and the region and edge that go with them.</summary>
    /// <exception cref="CredentialsMissingException">There are none, or half of them.</exception>
    public TwilioLogin Find(GivenCredentials given)
    {
        var (region, edge) = (Text(TwilioVariables.Region), Text(TwilioVariables.Edge));
        if (given.UserName is not null || given.Password is not null)
        {
            return given is { UserName: { } user, Password: { } password }
                ? new TwilioLogin(Make(user, password, Text(TwilioVariables.Account), "--username and --password"), region, edge)
                : throw new CredentialsMissingException(
                    "--username and --password belong together: an API key with its secret, or the Account SID with the Auth Token.");
        }

        if (given.Profile is { } name)
        {
            return profiles.Find(name) is { } named
                ? FromProfile(named, region, edge)
                : throw new CredentialsMissingException($"The Twilio CLI has no profile '{name}' with an API key. `twilio profiles:list` shows those that it has.");
        }

        if (Text(TwilioVariables.ApiKey) is { } key && Text(TwilioVariables.ApiSecret) is { } secret)
        {
            return new TwilioLogin(Make(key, secret, Text(TwilioVariables.Account), "TWILIO_API_KEY and TWILIO_API_SECRET"), region, edge);
        }

        if (Text(TwilioVariables.Account) is { } account && Text(TwilioVariables.Token) is { } token)
        {
            return new TwilioLogin(Make(account, token, account, "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"), region, edge);
        }

        return profiles.Active is { } active
            ? FromProfile(active, region, edge)
            : throw new CredentialsMissingException(
                "No credentials for Twilio. Set TWILIO_API_KEY and TWILIO_API_SECRET (or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN), log in with the Twilio CLI (`twilio login`), or give --username and --password. The service's .env is not looked at.");
    }

    private static TwilioLogin FromProfile(TwilioCliProfile profile, string? region, string? edge) => new(
        Make(profile.ApiKey, profile.ApiSecret, profile.AccountSid, $"the Twilio CLI's profile '{profile.Name}'"),
        profile.Region ?? region,
        profile.Edge ?? edge);

    private static ApiCredentials Make(string userName, string password, string? account, string source) =>
        Sid.Is(Sid.Account, userName) || Sid.Is(Sid.ApiKey, userName)
            ? new ApiCredentials(userName, password, Sid.Is(Sid.Account, userName) ? userName : account, source)
            : throw new CredentialsMissingException(
                $"The user name from {source} is no SID: it must be an Account SID (AC…) or an API key's SID (SK…), each with 32 hexadecimal digits.");

    private string? Text(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
