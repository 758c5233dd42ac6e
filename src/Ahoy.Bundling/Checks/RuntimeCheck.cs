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
            yield return new Problem(
                "AHOY5012", severity, $"the runtime '{candidate.Runtime}' {reason}: name '{NodeRuntime.Default}' (AhoyRuntime, or 'runtime' of the configuration)");
        }
    }
}
