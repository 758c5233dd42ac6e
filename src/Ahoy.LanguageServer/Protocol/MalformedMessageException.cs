namespace Ahoy.LanguageServer.Protocol;

/// <summary>What came is no message.</summary>
/// <param name="message">Why.</param>
internal sealed class MalformedMessageException(string message) : Exception(message);
