using System.Security.Cryptography;
using Ahoy.Api;
using Ahoy.Api.Credentials;

namespace Ahoy.Host.ControlPlane.Security;

/// <summary>The account of a host: what its user gave, or a pair that is made at the first start and kept in the data folder.</summary>
internal static class HostCredentials
{
    /// <summary>Gives the account, and makes it where there is none.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="given">What the user gave, or null.</param>
    /// <returns>The account, and whether it was made just now.</returns>
    public static (Account Account, bool IsNew) Open(string dataFolder, Account? given)
    {
        if (given is not null)
        {
            return (given, false);
        }

        var file = Path.Combine(dataFolder, CredentialsFile.Name);
        if (CredentialsFile.TryRead(file) is { } kept)
        {
            return (new Account(kept.AccountSid, kept.AuthToken), false);
        }

        var made = new Account(Sid.New(Sid.Account), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        CredentialsFile.Write(file, new CredentialsFile(made.Sid, made.AuthToken));
        return (made, true);
    }
}
