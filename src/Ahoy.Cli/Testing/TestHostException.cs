namespace Ahoy.Cli.Testing;

/// <summary>What a test process asks for can't be served.</summary>
/// <param name="message">What is wrong, a line for each thing, and what to do.</param>
internal sealed class TestHostException(string message) : Exception(message);
