using System.Buffers;
using System.Security.Cryptography;

namespace Ahoy.Api;

/// <summary>
/// The identifiers of the platform: two letters that name the kind of the resource, and 32 lower-case hexadecimal digits.
/// </summary>
public static class Sid
{
    /// <summary>The length of every SID.</summary>
    public const int Length = 34;

    /// <summary>An account.</summary>
    public const string Account = "AC";

    /// <summary>An API key.</summary>
    public const string ApiKey = "SK";

    /// <summary>A Service.</summary>
    public const string Service = "ZS";

    /// <summary>An Environment of a Service.</summary>
    public const string Environment = "ZE";

    /// <summary>A Function or an Asset.</summary>
    public const string Resource = "ZH";

    /// <summary>A Version of a Function or an Asset.</summary>
    public const string Version = "ZN";

    /// <summary>A Build.</summary>
    public const string Build = "ZB";

    /// <summary>A Deployment of a Build in an Environment.</summary>
    public const string Deployment = "ZD";

    /// <summary>A Variable of an Environment.</summary>
    public const string Variable = "ZV";

    /// <summary>A line of the log.</summary>
    public const string Log = "NO";

    /// <summary>A request to the API or to a deployed Service.</summary>
    public const string Request = "RQ";

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A new SID, which nobody can guess.</summary>
    /// <param name="prefix">One of the constants of this class.</param>
    public static string New(string prefix) => prefix + RandomNumberGenerator.GetHexString(Length - 2, lowercase: true);

    /// <summary>Whether a text is a SID of the kind that the prefix names.</summary>
    public static bool Is(string prefix, string? text) =>
        text is { Length: Length }
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && !text.AsSpan(2).ContainsAnyExcept(s_hexDigits);
}
