using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis;

/// <summary>
/// What the rules last found in a text, kept as long as the text is: an editor asks once to show it, and again for each fix
/// that it offers.
/// </summary>
internal sealed class FindingCache
{
    private volatile LastRun? _last;

    private FindingCache()
    {
    }

    /// <summary>What there is to report, in the order of the source: the same list as long as nothing that it follows from has changed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="severities">What the settings say for this file.</param>
    /// <exception cref="RuleFailedException">A rule failed.</exception>
    public static IReadOnlyList<Finding> Of(FileContext file, FileSeverities severities)
    {
        var cache = file.Source.Get(static _ => new FindingCache());
        if (cache._last is { } last && last.IsOf(file, severities))
        {
            return last.Findings;
        }

        var findings = RuleEngine.Run(file, severities);
        cache._last = new LastRun(file, severities, findings);
        return findings;
    }

    private sealed class LastRun(FileContext file, FileSeverities severities, IReadOnlyList<Finding> findings)
    {
        private readonly ProjectResource _resource = file.Resource;
        private readonly ProjectSummary _project = file.Project;
        private readonly ConsultedSources _others = file.Others;

        public IReadOnlyList<Finding> Findings => findings;

        public bool IsOf(FileContext other, FileSeverities otherSeverities) =>
            ReferenceEquals(_project, other.Project)
            && ReferenceEquals(severities, otherSeverities)
            && _resource.Kind == other.Resource.Kind
            && _resource.Visibility == other.Resource.Visibility
            && _resource.File == other.Resource.File
            && _resource.Path == other.Resource.Path
            && _others.AreSameIn(other.Others);
    }
}
