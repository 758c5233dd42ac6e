using Ahoy.Analysis.Engine;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>An address of this service leads to nothing.</summary>
internal sealed class Ahoy7001UnknownTarget : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7001",
        RuleCategory.TwiML,
        Severity.Warning,
        "An address leads to no Function or Asset",
        "Nothing in the project has the path '{0}', which {1} leads to: Twilio would get a 404, and the caller an error.{2}");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var (use, path, target) in TargetFinding.All(file))
        {
            if (target is null)
            {
                var closest = ClosestName.Find(path, file.Project.Resources.Where(resource => resource.Visibility != Visibility.Private).Select(resource => resource.Path));
                findings.Report(TargetFinding.At(Descriptor, use, path, use.What, closest is null ? " Add it, or correct the address." : $" Did you mean '{closest}'?"));
            }
        }
    }
}
