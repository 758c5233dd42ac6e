using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Cookies;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A cookie names a domain, which the runtime replaces.</summary>
internal sealed class Ahoy3004CookieDomain : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3004",
        RuleCategory.Headers,
        Severity.Warning,
        "A cookie sets its Domain",
        "The runtime replaces the Domain of each cookie by the Function's own domain: this attribute has no effect, and no other domain gets the cookie. Remove it.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var attribute in CookieWrites.Of(file.Source).Find(static cookie => cookie.Attributes.Where(attribute => attribute.Is("Domain") && attribute.Value.Length > 0)))
        {
            findings.Report(attribute.Start, attribute.End);
        }
    }
}
