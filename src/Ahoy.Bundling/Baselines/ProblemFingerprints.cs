using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Baselines;

/// <summary>What the problems of a Build are known by in a baseline: their messages without numbers, for sizes and counts change.</summary>
/// <remarks>Never the text of a line: it may be one of the environment file, and a hash of it would tell whoever guesses a secret that it is right.</remarks>
public static class ProblemFingerprints
{
    /// <summary>The problems, each with its fingerprint.</summary>
    /// <param name="problems">All of them, in the order of the files.</param>
    public static IEnumerable<(Problem Problem, string Fingerprint)> Of(IEnumerable<Problem> problems)
    {
        var byFile = new Dictionary<string, Fingerprints>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            var file = problem.File?.Replace('\\', '/') ?? "";
            if (!byFile.TryGetValue(file, out var fingerprints))
            {
                byFile.Add(file, fingerprints = new Fingerprints(file));
            }

            yield return (problem, fingerprints.Next(problem.Id, Regex.Replace(problem.Message, "[0-9][0-9.,]*", "#")));
        }
    }

    /// <summary>Whether a baseline keeps a problem. What keeps a project from being read, none can.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="fingerprint">What it is known by.</param>
    /// <param name="folder">The project's folder, absolute.</param>
    public static bool IsKept(Baseline? baseline, Problem problem, string fingerprint, string folder) =>
        baseline is not null && !ProjectProblems.Contains(problem.Id) && baseline.Keeps(FileOf(problem, folder), fingerprint);

    /// <summary>The file that a baseline knows a problem by, absolute: the project's folder where the problem is about all of it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="folder">The project's folder, absolute.</param>
    public static string FileOf(Problem problem, string folder) => Path.GetFullPath(Path.Combine(folder, problem.File ?? "."));
}
