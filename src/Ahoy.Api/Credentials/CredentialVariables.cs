namespace Ahoy.Api.Credentials;

/// <summary>The environment variables that hold the pair of a host's account, for the host and for what deploys to it.</summary>
public static class CredentialVariables
{
    /// <summary>The variable with the account's SID.</summary>
    public const string Account = "AHOY_ACCOUNT_SID";

    /// <summary>The variable with the secret.</summary>
    public const string Token = "AHOY_AUTH_TOKEN";
}
