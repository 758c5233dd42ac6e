namespace Ahoy.Cli.Calling;

/// <summary>A call that can't be made, in one line that says why.</summary>
internal sealed class CallException(string message) : Exception(message);
