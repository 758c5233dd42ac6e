using System.Text;

namespace Ahoy.Host.Secrets;

/// <summary>One secret, found as it is and inside of base64, wherever it begins there.</summary>
internal sealed class KnownSecret
{
    /// <summary>What is shorter is no secret, and stands in half of all words.</summary>
    public const int ShortestLength = 8;

    private readonly string[] _forms;

    /// <param name="text">The secret, of at least <see cref="ShortestLength"/> characters.</param>
    public KnownSecret(string text) => _forms = [text, .. Enumerable.Range(0, 3).Select(before => Encoded(text, before))];

    /// <summary>The text without the secret.</summary>
    public string Mask(string text)
    {
        foreach (var form in _forms)
        {
            text = text.Replace(form, CredentialMask.Mark, StringComparison.Ordinal);
        }

        return text;
    }

    // The characters of base64 that come of the secret alone, with so many bytes before it in the first group of three.
    private static string Encoded(string secret, int before)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        var last = (before + bytes.Length) * 8 / 6;
        return whole[first..last];
    }
}
