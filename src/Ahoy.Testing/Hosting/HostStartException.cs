namespace Ahoy.Testing.Hosting;

/// <summary>A host did not start.</summary>
/// <param name="message">What it said on standard error.</param>
internal sealed class HostStartException(string message) : Exception(message);
