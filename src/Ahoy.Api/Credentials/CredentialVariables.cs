namespace Ahoy.Api.Credentials;

/// <summary>The environment variables that hold the pair of a host's account, for the host and for what deploys to it.</summary>
public static class CredentialVariables
{
    /// <summary>The SID of the account on a host of Ahoy's.</summary>
    public const string Account = "AHOY_ACCOUNT_SID";

    /// <summary>The secret of the account on a host of Ahoy's.</summary>
    public const string Token = "AHOY_AUTH_TOKEN";
}
