namespace Ahoy.Bundling.Checks;

/// <summary>All checks of a Build.</summary>
public static class BuildChecks
{
    /// <summary>The checks, by id.</summary>
    public static IReadOnlyList<IBuildCheck> All { get; } =
    [
        new DuplicatePathCheck(),
        new AssetSizeCheck(),
        new AssetCountCheck(),
        new VisibilityMarkerCheck(),
        new PathCharactersCheck(),
        new ServiceNameCheck(),
        new VariableLengthCheck(),
        new VariablesTotalCheck(),
        new RuntimeHandlerCheck(),
        new DependencyCountCheck(),
        new NativeDependencyCheck(),
        new RuntimeCheck(),
        new ImageLocationCheck(),
        new PublicSecretCheck(),
        new DependencySourceCheck(),
        new LockFileCheck(),
        new EnvironmentDifferenceCheck(),
        new ModuleTypeCheck(),
        new NodeVersionCheck(),
        new SourceMapCheck(),
    ];

    /// <summary>Runs all of them, and gives every problem.</summary>
    /// <exception cref="IOException">The content of a resource can't be read.</exception>
    public static IReadOnlyList<Problem> Run(BuildCandidate candidate) =>
        [.. All.SelectMany(check => check.Check(candidate))];
}
