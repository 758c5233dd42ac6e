using System.Text;

namespace Ahoy.Simulator.Webhooks;

/// <summary>The cookies of one conversation. Page: Manage application state with cookies.</summary>
internal sealed class CookieJar
{
    private List<Cookie>? _cookies;

    /// <summary>Takes what a response sets.</summary>
    public void Store(WebhookResponse response, string url, DateTimeOffset now)
    {
        foreach (var (name, value) in response.Headers)
        {
            if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && Cookie.Parse(value, uri, now) is { } cookie)
            {
                _cookies ??= [];
                _cookies.RemoveAll(c => c.Name == cookie.Name && c.Path == cookie.Path && c.Host == cookie.Host);
                if (cookie.Expires > now)
                {
                    _cookies.Add(cookie);
                }
            }
        }
    }

    /// <summary>The <c>Cookie</c> header for a URL; null where there is none to send.</summary>
    public string? Header(string url, DateTimeOffset now)
    {
        if (_cookies is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        _cookies.RemoveAll(c => c.Expires <= now);
        StringBuilder? text = null;
        foreach (var cookie in _cookies)
        {
            if (cookie.Matches(uri))
            {
                text = (text is null ? new StringBuilder() : text.Append("; ")).Append(cookie.Name).Append('=').Append(cookie.Value);
            }
        }

        return text?.ToString();
    }

    /// <summary>What the jar holds, by name.</summary>
    public IReadOnlyDictionary<string, string> ToDictionary(DateTimeOffset now)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cookie in _cookies ?? [])
        {
            if (cookie.Expires > now)
            {
                values[cookie.Name] = cookie.Value;
            }
        }

        return values;
    }

    /// <summary>Whether nothing in it lives on.</summary>
    public bool IsEmpty(DateTimeOffset now) => _cookies is null || _cookies.TrueForAll(c => c.Expires <= now);
}
