using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5019: Node on this machine is of another major version than the runtime that is deployed. Advice here; what is started says it as a warning.</summary>
internal sealed class NodeVersionCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Resources.Any(content => content.Resource.Kind == ResourceKind.Function)
            && candidate.FindNode?.Invoke() is { } node
            && NodeChoice.DescribeDifference(node, candidate.Runtime, candidate.Folder) is { } difference)
        {
            yield return new Problem("AHOY5019", Severity.Info, difference);
        }
    }
}
