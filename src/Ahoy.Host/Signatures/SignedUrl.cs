namespace Ahoy.Host.Signatures;

/// <summary>The URLs that Twilio may have signed for a request: it is not seen here how the request reached this machine.</summary>
internal static class SignedUrl
{
    /// <summary>
    /// With http and https, because a tunnel may have ended the encryption; with the port, without it, and with the scheme's own, because
    /// Twilio signs some requests with and some without.
    /// </summary>
    /// <param name="host">The request's host, with its port if it has one.</param>
    /// <param name="target">Path and query as sent.</param>
    /// <param name="publicUrl">The URL that the Service is reached by from outside, where one is known: then no other counts.</param>
    public static IEnumerable<string> Candidates(string host, string target, Uri? publicUrl)
    {
        if (publicUrl is not null)
        {
            var path = publicUrl.AbsolutePath.TrimEnd('/');
            return Variants(publicUrl.Scheme, publicUrl.Authority, path + target);
        }

        return Variants("https", host, target).Concat(Variants("http", host, target));
    }

    private static IEnumerable<string> Variants(string scheme, string host, string target)
    {
        yield return $"{scheme}://{host}{target}";
        var port = host.LastIndexOf(':');
        if (port > 0 && host.IndexOf(']', port) < 0)
        {
            yield return $"{scheme}://{host[..port]}{target}";
        }
        else
        {
            yield return $"{scheme}://{host}:{(scheme == "https" ? 443 : 80)}{target}";
        }
    }
}
