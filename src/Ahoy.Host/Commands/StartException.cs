namespace Ahoy.Host.Commands;

/// <summary>Why the host can't start, in one line that says what to do.</summary>
internal sealed class StartException(string message) : Exception(message);
