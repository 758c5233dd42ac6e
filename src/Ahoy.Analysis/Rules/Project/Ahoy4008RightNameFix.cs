using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>Reads the parameter that Twilio sends.</summary>
internal sealed class Ahoy4008RightNameFix : FileFixer
{
    public override string RuleId => "AHOY4008";

    public override IEnumerable<Fix> Offer(FixRequest request) => KeyReplacement.Offer(request);
}
