namespace Ahoy.Testing;

/// <summary>What a program that has ended left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, to both streams.</param>
public sealed record ProcessResult(int ExitCode, string Output);
