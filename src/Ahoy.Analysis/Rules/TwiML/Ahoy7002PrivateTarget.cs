using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>An address of this service leads to something that nobody can ask for.</summary>
internal sealed class Ahoy7002PrivateTarget : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7002",
        RuleCategory.TwiML,
        Severity.Warning,
        "An address leads to a private Function or Asset",
        "'{0}', which {1} leads to, is private ({2}): nobody can ask for it from outside, so that Twilio would get a 404. Make it protected, which lets Twilio's signed requests through.");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var (use, path, target) in TargetFinding.All(file))
        {
            if (target is { Visibility: Visibility.Private })
            {
                findings.Report(TargetFinding.At(Descriptor, use, path, use.What, target.File));
            }
        }
    }
}
