using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5012: the runtime is unknown or no longer accepted. Pages: Node.js v22 Upgrade; Functions and Assets FAQ.</summary>
internal sealed class RuntimeCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        var reason = NodeRuntime.StatusOf(candidate.Runtime) switch
        {
            RuntimeStatus.Accepted => null,
            RuntimeStatus.OnlyWhatIsDeployed => "is accepted only for what is deployed already",
            RuntimeStatus.Retired => "is no longer accepted",
            _ => "is not known to this version of Ahoy",
        };
        if (reason is not null)
        {
            yield return new Problem(
                "AHOY5012", Severity.Warning, $"the runtime '{candidate.Runtime}' {reason}: set AhoyRuntime to '{NodeRuntime.Default}'");
        }
    }
}
