namespace Ahoy.Cli.Changes;

/// <summary>What git answers.</summary>
/// <param name="ExitCode">0 where it could.</param>
/// <param name="Output">What it says.</param>
/// <param name="Error">What it complains about.</param>
internal sealed record GitAnswer(int ExitCode, string Output, string Error)
{
    /// <summary>The output without the end of its line.</summary>
    public string Line => Output.TrimEnd('\n', '\r');

    /// <summary>The values that are ended by a zero each.</summary>
    public IReadOnlyList<string> Values => Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
