using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Ahoy.TestSupport;

/// <summary>The signature that Twilio puts on a request with a form. Page: Request Flow.</summary>
public static class TwilioSignature
{
    /// <summary>The value of <c>X-Twilio-Signature</c>.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform signs so.")]
    public static string Of(string authToken, Uri url, IReadOnlyDictionary<string, string> form)
    {
        var text = new StringBuilder(url.AbsoluteUri);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(value);
        }

        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
