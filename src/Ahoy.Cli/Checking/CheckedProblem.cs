using Ahoy.Bundling;

namespace Ahoy.Cli.Checking;

/// <summary>What a check of the Build reports.</summary>
/// <param name="Path">The file, relative to the current folder where it lies below it; the project's folder where it is about the Build as a whole.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="FullPath">The same, absolute.</param>
/// <param name="Fingerprint">What it is known by.</param>
internal sealed record CheckedProblem(string Path, Problem Problem, string FullPath, string Fingerprint)
{
    /// <summary>The line to show it at, from 1.</summary>
    public int Line => Math.Max(1, Problem.Line);

    /// <summary>What is told.</summary>
    public string Message => Problem.Message + ".";
}
