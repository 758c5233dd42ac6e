namespace Ahoy.Model;

/// <summary>
/// The variables with the account's pair of credentials, as Functions and environment files call them. They are never deployed: the
/// platform gives Functions the account's own. Page: Environment Variables.
/// </summary>
public static class AccountVariables
{
    /// <summary>The variable with the account's SID.</summary>
    public const string Sid = "ACCOUNT_SID";

    /// <summary>The variable with the Auth Token.</summary>
    public const string AuthToken = "AUTH_TOKEN";

    /// <summary>Whether a variable is one of the pair.</summary>
    public static bool Contains(string name) => name is Sid or AuthToken;
}
