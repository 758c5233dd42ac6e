using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Suppressions;
using Ahoy.Cli.Proofs;
using Ahoy.Model;

namespace Ahoy.Cli.Checking;

/// <summary>A file and what the rules found in it.</summary>
/// <param name="Path">The file, relative to the current folder where it lies below it, with forward slashes.</param>
/// <param name="Source">Its text.</param>
/// <param name="Findings">What was found, in the order of the source; hidden findings are left out.</param>
/// <param name="Suppressed">What was found and is suppressed by comments.</param>
/// <param name="IsFixed">Whether fixes have changed it.</param>
internal sealed record CheckedFile(
    string Path,
    SourceFile Source,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SuppressedFinding> Suppressed,
    bool IsFixed)
{
    /// <summary>Where it lies, absolute.</summary>
    public required string FullPath { get; init; }

    /// <summary>The file as the rules see it.</summary>
    public required FileContext Context { get; init; }

    /// <summary>What each finding is known by, the suppressed ones included.</summary>
    public required IReadOnlyDictionary<Finding, string> Fingerprints { get; init; }

    /// <summary>What was found and is kept by the baseline.</summary>
    public IReadOnlyList<Finding> Kept { get; init; } = [];

    /// <summary>What the settings say for it.</summary>
    public required FileSeverities Severities { get; init; }

    /// <summary>What runs have said of its findings; empty where nothing was run.</summary>
    public IReadOnlyDictionary<Finding, Proof> Proofs { get; init; } = new Dictionary<Finding, Proof>();

    /// <summary>What was found and refuted by runs.</summary>
    public IReadOnlyList<Finding> Withdrawn { get; init; } = [];

    /// <summary>Where a map leads from here; null where there is none.</summary>
    public Func<int, int, FilePlace?>? Original { get; init; }

    /// <summary>A place as it is told: that of the source, where a map leads to one in the project.</summary>
    public FilePlace PlaceOf(int start, int end) => Original?.Invoke(start, end) ?? FilePlace.Of(Path, Source, start, end);
}
