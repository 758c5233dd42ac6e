using System.Text;

namespace Ahoy.Simulator.Webhooks;

/// <summary>What the simulator does with URLs of webhooks.</summary>
internal static class WebhookUrl
{
    /// <summary>Resolves a URL of a TwiML document.</summary>
    /// <param name="baseUrl">The document's own URL; null where it came with the API.</param>
    /// <param name="url">The URL as written.</param>
    /// <returns>An absolute URL of HTTP, or null where it is none.</returns>
    public static string? Resolve(string? baseUrl, string url)
    {
        url = url.Trim();
        if (HasScheme(url))
        {
            return url;
        }

        return baseUrl is not null && Uri.TryCreate(baseUrl, UriKind.Absolute, out var against) && Uri.TryCreate(against, url, out var resolved)
            && resolved.Scheme is "http" or "https"
            ? resolved.AbsoluteUri
            : null;
    }

    /// <summary>Whether a URL is absolute, of HTTP, and names a host.</summary>
    public static bool HasScheme(string url) =>
        (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0;

    /// <summary>A URL without its fragment, with parameters added to its query.</summary>
    public static string WithQuery(string url, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder(WithoutFragment(url));
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return text.ToString();
    }

    /// <summary>A URL without its fragment, which holds the connection's settings and is not sent.</summary>
    public static string WithoutFragment(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return fragment < 0 ? url : url[..fragment];
    }
}
