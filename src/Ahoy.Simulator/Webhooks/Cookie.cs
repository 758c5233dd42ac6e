using System.Globalization;

namespace Ahoy.Simulator.Webhooks;

/// <summary>One cookie of a conversation.</summary>
internal sealed record Cookie(string Name, string Value, string Host, string Path, DateTimeOffset Expires)
{
    /// <summary>How long a cookie lives at most after it was last set: four hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    /// <summary>Reads a <c>Set-Cookie</c> header. <c>Max-Age</c> beats <c>Expires</c>; <c>Secure</c>, <c>HttpOnly</c> and <c>SameSite</c> mean nothing here.</summary>
    /// <returns>The cookie, expired where it is to be removed; null where the header has no name.</returns>
    public static Cookie? Parse(string header, Uri url, DateTimeOffset now)
    {
        var parts = header.Split(';');
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? string.Empty : parts[0][..equals].Trim();
        if (name.Length == 0)
        {
            return null;
        }

        var value = parts[0][(equals + 1)..].Trim();
        var path = url.AbsolutePath[..(url.AbsolutePath.LastIndexOf('/') is var last and > 0 ? last : 1)];
        var latest = now + Lifetime;
        DateTimeOffset? expires = null;
        var hasMaxAge = false;
        foreach (var part in parts.Skip(1))
        {
            var split = part.IndexOf('=', StringComparison.Ordinal);
            var attribute = (split < 0 ? part : part[..split]).Trim();
            var text = split < 0 ? string.Empty : part[(split + 1)..].Trim();
            if (attribute.Equals("Max-Age", StringComparison.OrdinalIgnoreCase) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            {
                hasMaxAge = true;
                expires = seconds <= 0 ? DateTimeOffset.MinValue : now + TimeSpan.FromSeconds(Math.Min(seconds, (long)Lifetime.TotalSeconds));
            }
            else if (attribute.Equals("Expires", StringComparison.OrdinalIgnoreCase) && !hasMaxAge
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
            {
                expires = date;
            }
            else if (attribute.Equals("Path", StringComparison.OrdinalIgnoreCase) && text.StartsWith('/'))
            {
                path = text;
            }
        }

        return new Cookie(name, value, url.Host, path, expires is { } at && at < latest ? at : latest);
    }

    /// <summary>Whether the cookie goes with a request to a URL.</summary>
    public bool Matches(Uri url) =>
        string.Equals(url.Host, Host, StringComparison.OrdinalIgnoreCase)
        && url.AbsolutePath.StartsWith(Path, StringComparison.Ordinal)
        && (Path.EndsWith('/') || url.AbsolutePath.Length == Path.Length || url.AbsolutePath[Path.Length] == '/');
}
