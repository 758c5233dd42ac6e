using System.Security.Cryptography;
using System.Text;
using Ahoy.Api;

namespace Ahoy.Host.Storage;

/// <summary>
/// The API keys. A secret is random and long, so that its plain hash can't be turned back; the secret itself is shown once and
/// not kept.
/// </summary>
internal sealed class ApiKeyStore(Database database, TimeProvider time)
{
    private const int SecretBytes = 24;

    /// <summary>Makes a key and gives its SID and secret.</summary>
    public Task<(string Sid, string Secret)> CreateAsync(string friendlyName, CancellationToken cancellationToken) =>
        database.WriteAsync(
            c =>
            {
                var sid = Sid.New(Sid.ApiKey);
                var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
                c.Execute(
                    "INSERT INTO api_keys (sid, friendly_name, secret_sha256, created) VALUES ($sid, $name, $hash, $now)",
                    ("$sid", sid),
                    ("$name", friendlyName),
                    ("$hash", Hash(secret)),
                    ("$now", time.GetUtcNow()));
                return (sid, secret);
            },
            cancellationToken);

    /// <summary>Whether a key has this secret; takes as long for a wrong one as for the right one.</summary>
    public bool IsValid(string sid, string secret)
    {
        var hash = database.Read(c => c.Scalar<byte[]>("SELECT secret_sha256 FROM api_keys WHERE sid = $sid", ("$sid", sid)));
        return hash is not null && CryptographicOperations.FixedTimeEquals(hash, Hash(secret));
    }

    public Task<bool> DeleteAsync(string sid, CancellationToken cancellationToken) =>
        database.WriteAsync(c => c.Execute("DELETE FROM api_keys WHERE sid = $sid", ("$sid", sid)) > 0, cancellationToken);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
