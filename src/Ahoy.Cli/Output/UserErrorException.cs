namespace Ahoy.Cli.Output;

/// <summary>What is wrong with what the user asked for, in words for the user.</summary>
internal sealed class UserErrorException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
