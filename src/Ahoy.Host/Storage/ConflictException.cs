namespace Ahoy.Host.Storage;

/// <summary>What was asked for contradicts what is stored: a name is taken, or a resource is in use.</summary>
internal sealed class ConflictException(string message) : Exception(message);
