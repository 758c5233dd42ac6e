namespace Ahoy.LanguageServer.Protocol;

/// <summary>A request can't be answered.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">Why.</param>
internal sealed class RequestException(int code, string message) : Exception(message)
{
    /// <summary>The protocol's code.</summary>
    public int Code => code;
}
