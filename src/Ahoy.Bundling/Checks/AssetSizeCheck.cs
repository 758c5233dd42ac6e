using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5002: an Asset is larger than its visibility allows. Page: Assets.</summary>
internal sealed class AssetSizeCheck : IBuildCheck
{
    public IEnumerable<Problem> Check(BuildCandidate candidate) =>
        from content in candidate.Resources
        let asset = content.Resource
        let limit = PlatformLimits.AssetBytes(asset.Visibility)
        where asset.Kind == ResourceKind.Asset && asset.Size > limit
        select new Problem(
            "AHOY5002",
            Severity.Error,
            $"the Asset has {Size.Of(asset.Size)}, and a {asset.Visibility.ToString().ToLowerInvariant()} Asset can have {Size.Of(limit)}: make it smaller, or keep it elsewhere",
            asset.File);
}
