namespace Ahoy.Integrity.Requests;

/// <summary>Which limit of the platform a request keeps to the byte, or passes by as little as it can.</summary>
internal enum RequestLimit
{
    None,
    HeaderCount,
    OverHeaderCount,
    HeaderBytes,
    OverHeaderBytes,
    CookieCount,
    OverCookieCount,
    Size,
    OverSize,

    /// <summary>How many there are.</summary>
    Count,
}
