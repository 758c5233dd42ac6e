using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Names the Asset that must be meant.</summary>
internal sealed class Ahoy4003ClosestAssetFix : FileFixer
{
    public override string RuleId => "AHOY4003";

    public override IEnumerable<Fix> Offer(FixRequest request) => KeyReplacement.Offer(request);
}
