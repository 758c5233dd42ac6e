namespace Ahoy.Api;

/// <summary>The body of an answer that is an error.</summary>
/// <param name="Code">The platform's error code (see <see cref="ErrorCodes"/>).</param>
/// <param name="Message">What is wrong.</param>
/// <param name="MoreInfo">The page that explains the code.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record ApiError(int Code, string Message, string MoreInfo, int Status)
{
    /// <summary>An error with the address of its page.</summary>
    public static ApiError Create(int code, int status, string message) =>
        new(code, message, FormattableString.Invariant($"https://www.twilio.com/docs/errors/{code}"), status);
}
