using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5003: more Assets of a visibility than allowed. Page: Assets.</summary>
internal sealed class AssetCountCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        candidate.Resources
            .Where(content => content.Resource.Kind == ResourceKind.Asset)
            .GroupBy(content => content.Resource.Visibility)
            .Where(group => group.Count() > PlatformLimits.Assets(group.Key))
            .Select(group => new Problem(
                "AHOY5003",
                Severity.Error,
                $"the Service has {group.Count()} {group.Key.ToString().ToLowerInvariant()} Assets, and {PlatformLimits.Assets(group.Key)} are allowed: remove some, or put several into one file"));
}
