namespace Ahoy.TestSupport;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>All that there is to know, for the message of a failed test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}
