using System.Buffers;
using Ahoy.Model;
using Microsoft.Extensions.Primitives;

namespace Ahoy.Host.Gateway;

/// <summary>
/// Gives the response the headers that a Function set, as far as it can set them. Pages: Setting and modifying headers and
/// cookies; Limitations.
/// </summary>
internal static class ReplyHeaders
{
    private static readonly SearchValues<char> s_nameChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Sets the headers. What it returns is the error to answer with instead, where there is one.</summary>
    public static ReplyError? Apply(HttpContext http, ref ReplyReader reply, TimeProvider time)
    {
        var headers = http.Response.Headers;
        var count = 0;
        var bytes = 0;
        var livesTooLong = false;
        while (reply.TryReadHeader(out var name, out var value))
        {
            count++;
            bytes += name.Length + value.Length;
            if (!IsValid(name, value))
            {
                return new ReplyError(StatusCodes.Status500InternalServerError, 0, $"The Function set the header '{Printable(name)}', whose name or value has characters that a header can't have.");
            }

            if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                var cookie = CookieRules.Apply(value, CookieRules.DomainOf(http.Request.Headers.Host.ToString()), time.GetUtcNow());
                livesTooLong |= cookie is null;
                headers.SetCookie = StringValues.Concat(headers.SetCookie, cookie);
            }
            else if (!IsKept(name))
            {
                // Not Append, which leaves out an empty value.
                headers[name] = StringValues.Concat(headers[name], value);
            }
        }

        if (HeaderLimits.Exceeds(count, bytes))
        {
            return new ReplyError(StatusCodes.Status431RequestHeaderFieldsTooLarge, Logs.ErrorCodes.HeadersTooLong, HeaderLimits.ResponseMessage);
        }

        return livesTooLong ? new ReplyError(StatusCodes.Status400BadRequest, 0, CookieRules.TooLongMessage) : null;
    }

    // The gateway's own business: the connection, and the length, which the body has.
    private static bool IsKept(string name) =>
        RestrictedHeaders.Contains(name)
        || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Keep-Alive", StringComparison.OrdinalIgnoreCase);

    private static bool IsValid(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(s_nameChars))
        {
            return false;
        }

        foreach (var c in value)
        {
            if (c is (< ' ' and not '\t') or '\x7f' or > '\xff')
            {
                return false;
            }
        }

        return true;
    }

    private static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
}
