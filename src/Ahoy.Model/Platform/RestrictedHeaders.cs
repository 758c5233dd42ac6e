namespace Ahoy.Model;

/// <summary>
/// The headers that the platform removes from a request before a Function sees it, and that a Function cannot set.
/// Page: Limitations. Names compare without case.
/// </summary>
public static class RestrictedHeaders
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Expect",
        "Host",
        "Proxy-Authenticate",
        "Proxy-Authorization",
        "Proxy-Connection",
        "Referer",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Via",
        "X-Real-IP",
    };

    private static readonly string[] s_families = ["X-Accel-", "X-Forwarded-"];

    /// <summary>The names that are restricted one by one.</summary>
    public static IReadOnlyCollection<string> Names => s_names;

    /// <summary>The beginnings of names that are restricted as a family.</summary>
    public static IReadOnlyList<string> Families => s_families;

    /// <summary>Whether the platform keeps this header from Functions.</summary>
    public static bool Contains(string name)
    {
        if (s_names.Contains(name))
        {
            return true;
        }

        foreach (var family in s_families)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
