namespace Ahoy.Model;

/// <summary>What <see cref="ResourceScanner"/> found.</summary>
public sealed class ScanResult
{
    internal ScanResult(IReadOnlyList<ResourceFile> files, IReadOnlyList<ScanProblem> problems)
    {
        Files = files;
        Problems = problems;
    }

    /// <summary>The files that are resources: Functions first, each kind in ordinal order of its files.</summary>
    public IReadOnlyList<ResourceFile> Files { get; }

    /// <summary>What can't be a resource. A Build with any of these fails.</summary>
    public IReadOnlyList<ScanProblem> Problems { get; }
}
