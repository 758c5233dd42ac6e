using System.Text;

namespace Ahoy.Host.Offline.Webhooks;

/// <summary>The form of a webhook, as Twilio writes it.</summary>
internal static class FormBody
{
    public const string ContentType = "application/x-www-form-urlencoded; charset=UTF-8";

    public static byte[] Write(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            text.Append(Encode(name)).Append('=').Append(Encode(value));
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
