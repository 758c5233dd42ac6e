using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ahoy.Host.Secrets;

/// <summary>Credentials that can be told by where they stand, as Node's <c>util.inspect</c>, JSON, lists of raw headers and requests as sent write them.</summary>
internal static partial class CredentialForms
{
    private const string Mark = CredentialMask.Mark;

    private static readonly SearchValues<string> s_signs = SearchValues.Create(
        ["authorization", "basic ", "bearer ", "password", "://"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without them: the same object where it has none.</summary>
    public static string Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(s_signs))
        {
            return text;
        }

        var masked = Header().Replace(text, MaskHeader);
        masked = Basic().Replace(masked, static match => IsPair(match.Groups["value"].Value) ? $"{match.Groups["scheme"]}{Mark}" : match.Value);
        masked = Bearer().Replace(masked, static match => match.Value.Any(char.IsAsciiDigit) ? $"{match.Groups["scheme"]}{Mark}" : match.Value);
        masked = Login().Replace(masked, $"${{before}}{Mark}${{quote}}");
        masked = Address().Replace(masked, $"${{before}}{Mark}@");
        return masked == text ? text : masked;
    }

    // In a sentence, "authorization: none" is none.
    private static string MaskHeader(Match match)
    {
        var value = match.Groups["value"].Value;
        var isSecret = match.Groups["scheme"].Success || (value != Mark && (match.Groups["quote"].Length > 0 || value.Any(char.IsAsciiDigit)));
        return isSecret ? match.Value[..^value.Length] + Mark : match.Value;
    }

    private static bool IsPair(string base64)
    {
        var bytes = new byte[base64.Length];
        var padded = base64.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) && Encoding.Latin1.GetString(bytes, 0, length).Contains(':', StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """
        \b(?:proxy-)?authorization\\?["'`]?\s*(?:[:=,]|=>)\s*(?:\[\s*(?:\\?["'`](?:proxy-)?authorization\\?["'`]\s*,\s*)?)?(?<quote>\\?["'`]?)(?<scheme>(?:Basic|Bearer|Digest|Token|ApiKey|Negotiate)\s+)?(?<value>[^\s"'`\\,\[\]{}]+)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex("""\b(?<scheme>Basic\s)(?<value>[A-Za-z0-9+/_-]{6,}={0,2})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Basic();

    [GeneratedRegex("""\b(?<scheme>Bearer\s)[A-Za-z0-9._~+/-]{16,}=*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    // What clients call `auth`: { username, password }.
    [GeneratedRegex(
        """
        (?<before>\bauth\\?["']?\s*:\s*\{[^{}]{0,300}?\bpassword\\?["']?\s*:\s*(?<quote>\\?["'`]))(?:(?!\k<quote>).)*\k<quote>
        """,
        RegexOptions.CultureInvariant)]
    private static partial Regex Login();

    [GeneratedRegex("""(?<before>://[^\s/?#@:"'<>]*:)[^\s/?#@"'<>]+@""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
