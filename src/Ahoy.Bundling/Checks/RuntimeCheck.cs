using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5012: the runtime is unknown or no longer accepted. Pages: Node.js v22 Upgrade; Functions and Assets FAQ.</summary>
internal sealed class RuntimeCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        var (reason, severity) = NodeRuntime.StatusOf(candidate.Runtime) switch
        {
            RuntimeStatus.Accepted => (null, Severity.None),
            RuntimeStatus.OnlyWhatIsDeployed => ("is accepted only for what is deployed already", Severity.Error),
            RuntimeStatus.Retired => ("is no longer accepted", Severity.Error),
            _ => ("is not known to this version of Ahoy", Severity.Warning),
        };
        if (reason is not null)
        {
            var place = candidate.RuntimePlace;
            var what = place is null ? "set AhoyRuntime (or --runtime)" : "change it here";
            yield return new Problem(
                "AHOY5012", severity, $"the runtime '{candidate.Runtime}' {reason}: {what} to '{NodeRuntime.Default}'", place?.File, place?.Line ?? 0);
        }
    }
}
