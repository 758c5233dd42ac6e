using Ahoy.CodeFixes.Infrastructure;

namespace Ahoy.CodeFixes.Rules.Project;

/// <summary>Names the Asset that must be meant.</summary>
internal sealed class Ahoy4003ClosestAsset : FileFixer
{
    public override string RuleId => "AHOY4003";

    public override IEnumerable<Fix> Offer(FixRequest request) => KeyReplacement.Offer(request);
}
