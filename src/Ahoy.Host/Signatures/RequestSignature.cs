using System.Security.Cryptography;
using System.Text;

namespace Ahoy.Host.Signatures;

/// <summary>
/// Computes <c>X-Twilio-Signature</c>: HMAC-SHA1, keyed with the Auth Token, over the URL and the parameters of the body, sorted by
/// name; of a name that repeats, the different values in order. Page: Send SMS and MMS.
/// </summary>
internal static class RequestSignature
{
    /// <summary>The parameter of the query that holds the SHA-256 of a JSON body.</summary>
    public const string BodyHashParameter = "bodySHA256";

    /// <summary>The header that carries the signature.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>Computes the signature of a URL with the fields of a form, as it stands in the header.</summary>
    public static string Compute(string authToken, string url, IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder(url);
        if (fields.Count > 0)
        {
            var sorted = fields
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .ThenBy(f => f.Value, StringComparer.Ordinal)
                .Distinct();
            foreach (var (name, value) in sorted)
            {
                text.Append(name).Append(value);
            }
        }

        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToBase64String(hash);
    }

    /// <summary>The hash that <see cref="BodyHashParameter"/> holds.</summary>
    public static string HashBody(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>Compares without telling by its time how much of the signature is right.</summary>
    public static bool AreEqual(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
