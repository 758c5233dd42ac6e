namespace Ahoy.Simulator.World;

/// <summary>Rules of what can be called or written to.</summary>
internal static class PhoneAddress
{
    /// <summary>Whether a text is a phone number in E.164: a plus sign and 2 to 15 digits, the first not 0.</summary>
    public static bool IsNumber(string? text) =>
        text is { Length: >= 3 and <= 16 } && text[0] == '+' && text[1] is >= '1' and <= '9' && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text is a short code: 3 to 8 digits.</summary>
    public static bool IsShortCode(string? text) => text is { Length: >= 3 and <= 8 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text names a client or a SIP address.</summary>
    public static bool IsClientOrSip(string? text) =>
        text is not null && (text.StartsWith("client:", StringComparison.Ordinal) || text.StartsWith("sip:", StringComparison.Ordinal) || text.StartsWith("sips:", StringComparison.Ordinal));

    /// <summary>Whether a text is a SIP address.</summary>
    public static bool IsSip(string? text) => IsClientOrSip(text) && !text!.StartsWith("client:", StringComparison.Ordinal);

    /// <summary>Whether a text is an address of a channel, as <c>whatsapp:+…</c>.</summary>
    public static bool IsChannel(string? text) =>
        text is not null && (text.StartsWith("whatsapp:", StringComparison.Ordinal) || text.StartsWith("messenger:", StringComparison.Ordinal) || text.StartsWith("rcs:", StringComparison.Ordinal));

    /// <summary>Reads a number as people write it: spaces, dots, hyphens and parentheses left out, <c>+1</c> put before ten digits.</summary>
    public static string Normalize(string text)
    {
        var plain = string.Concat(text.Where(c => c is not (' ' or '-' or '.' or '(' or ')')));
        if (plain.Length == 10 && plain.All(char.IsAsciiDigit))
        {
            return "+1" + plain;
        }

        return plain.Length == 11 && plain[0] == '1' && plain.All(char.IsAsciiDigit) ? "+" + plain : plain;
    }
}
