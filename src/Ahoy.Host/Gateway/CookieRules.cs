using System.Globalization;
using System.Text;
using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>What the platform does to the cookies that a Function sets. Pages: Setting and modifying headers and cookies; Limitations.</summary>
internal static class CookieRules
{
    public const string TooLongMessage = "Cookies max-age cannot be greater than a day";

    /// <summary>The cookie as it is sent: with HttpOnly and Secure, and with the domain of the Function. Null where it lives too long.</summary>
    /// <param name="cookie">What the Function set: <c>name=value; attributes</c>.</param>
    /// <param name="domain">The domain to set, or null for none.</param>
    /// <param name="now">The time, which an <c>Expires</c> is measured from.</param>
    public static string? Apply(string cookie, string? domain, DateTimeOffset now)
    {
        var result = new StringBuilder();
        var isHttpOnly = false;
        var isSecure = false;
        long? maxAge = null;
        DateTimeOffset? expires = null;
        foreach (var part in cookie.Split(';', StringSplitOptions.TrimEntries))
        {
            if (result.Length == 0)
            {
                result.Append(part);
                continue;
            }

            var (name, value) = Attribute(part);
            switch (name)
            {
                case "":
                case "domain":
                    continue;
                case "httponly":
                    isHttpOnly = true;
                    break;
                case "secure":
                    isSecure = true;
                    break;
                case "max-age" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds):
                    maxAge = seconds;
                    break;
                case "expires" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time):
                    expires = time;
                    break;
            }

            result.Append("; ").Append(part);
        }

        var life = maxAge ?? (expires - now)?.TotalSeconds;
        if (life > PlatformLimits.CookieLifetimeSeconds)
        {
            return null;
        }

        result.Append(isHttpOnly ? "" : "; HttpOnly").Append(isSecure ? "" : "; Secure");
        return domain is null ? result.ToString() : result.Append("; Domain=").Append(domain).ToString();
    }

    /// <summary>The domain that cookies get at a host; none where browsers refuse one.</summary>
    public static string? DomainOf(string host)
    {
        var end = host.LastIndexOf(':');
        var name = end > 0 && !host.EndsWith(']') ? host[..end] : host;
        return name.Length == 0
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || System.Net.IPAddress.TryParse(name, out _)
                ? null
                : name;
    }

    private static (string Name, string Value) Attribute(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? (part.ToLowerInvariant(), "")
            : (part[..equals].TrimEnd().ToLowerInvariant(), part[(equals + 1)..].TrimStart());
    }
}
