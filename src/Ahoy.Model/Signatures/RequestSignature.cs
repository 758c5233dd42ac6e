using System.Security.Cryptography;
using System.Text;

namespace Ahoy.Model.Signatures;

/// <summary>
/// Computes <c>X-Twilio-Signature</c>: HMAC-SHA1, keyed with the Auth Token, over the URL and the parameters of the body, sorted by
/// name; of a name that repeats, the different values in order. Page: Send SMS and MMS.
/// </summary>
public static class RequestSignature
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
            // By hand: each webhook and each request to a protected Function comes through here, and equal pairs are neighbours once they are sorted.
            var sorted = fields.ToArray();
            Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key) is var byKey && byKey != 0 ? byKey : string.CompareOrdinal(a.Value, b.Value));
            for (var i = 0; i < sorted.Length; i++)
            {
                if (i == 0 || sorted[i].Key != sorted[i - 1].Key || sorted[i].Value != sorted[i - 1].Value)
                {
                    text.Append(sorted[i].Key).Append(sorted[i].Value);
                }
            }
        }

        // Twilio's choice, not ours.
#pragma warning disable CA5350
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(authToken));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The hash that <see cref="BodyHashParameter"/> holds.</summary>
    public static string HashBody(ReadOnlySpan<byte> body)
    {
        using var sha = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var value in sha.ComputeHash(body.ToArray()))
        {
            text.Append("0123456789abcdef"[value >> 4]).Append("0123456789abcdef"[value & 15]);
        }

        return text.ToString();
    }

    /// <summary>Compares without telling by its time how much of the signature is right.</summary>
    public static bool AreEqual(string expected, string actual)
    {
        if (expected.Length != actual.Length)
        {
            return false;
        }

        var difference = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            difference |= expected[i] ^ actual[i];
        }

        return difference == 0;
    }
}
