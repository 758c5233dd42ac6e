using Ahoy.Model;

namespace Ahoy.Host.Gateway;

/// <summary>The limits of headers and cookies, which are the same for requests and responses. Page: Limitations.</summary>
internal static class HeaderLimits
{
    public const string RequestMessage = "Request headers or cookies too long";
    public const string ResponseMessage = "Response headers or cookies too long";

    /// <summary>Measures the headers of a request: each cookie counts as one, sizes are of names and values alone.</summary>
    public static (int Count, int Bytes) Measure(IHeaderDictionary headers)
    {
        var count = 0;
        var bytes = 0;
        foreach (var (name, values) in headers)
        {
            var areCookies = name.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
            foreach (var value in values)
            {
                bytes += name.Length + (value?.Length ?? 0);
                count += areCookies ? CountCookies(value) : 1;
            }
        }

        return (count, bytes);
    }

    public static bool Exceeds(int count, int bytes) => count > PlatformLimits.Headers || bytes > PlatformLimits.HeaderBytes;

    private static int CountCookies(string? header)
    {
        var count = 0;
        foreach (var _ in new CookieReader(header))
        {
            count++;
        }

        return count;
    }
}
