namespace Ahoy.Host.Storage;

/// <summary>What was asked for would go beyond a limit of the platform.</summary>
internal sealed class LimitException(string message) : Exception(message);
