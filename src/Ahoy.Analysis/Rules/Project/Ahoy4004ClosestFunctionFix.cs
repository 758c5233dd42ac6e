using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Names the Function that must be meant, or makes the one that is missing.</summary>
internal sealed class Ahoy4004ClosestFunctionFix : FileFixer
{
    public override string RuleId => "AHOY4004";

    public override IEnumerable<Fix> Offer(FixRequest request) => KeyReplacement.Offer(request).Concat(MissingFunction.Offer(request));
}
